const MAX_LENGTH = 80;

/** A study's name: as given, else the sweep file's name without folders and ending. */
export function studyName(given: string | undefined, file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? "";
  return given ?? (base.replace(/\.(ya?ml|json)$/i, "").slice(0, MAX_LENGTH) || "sweep");
}

/** A name as a part of a folder's name: letters, digits, dots, dashes; never a path, a dot file or a device. */
export function folderName(name: string, hash: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|-+$/g, "");
  return `${Array.from(safe).slice(0, 60).join("") || "sweep"}-${hash.slice(0, 8)}`;
}
