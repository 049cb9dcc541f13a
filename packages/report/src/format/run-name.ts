/** The folder of a run: its study's name as a file may have it, and what the study is. */
export function runName({ name, hash }: { readonly name: string; readonly hash: string }): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|-+$/g, "");
  return `${safe || "sweep"}-${hash.slice(0, 8)}`;
}
