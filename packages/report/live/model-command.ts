/** Trials in other states left no network. */
const TRAINED = /^(completed|pruned)/;

/**
 * The command that writes a trial's network to a file; empty where it left none. `run`: the name and hash of
 * its study, which its folder is named after.
 */
export function modelCommand(
  row: HTMLTableRowElement,
  run: { readonly name: string; readonly hash: string },
): string {
  const [number, , , status] = [...row.cells].map((cell) => cell.textContent ?? "");
  if (!TRAINED.test(status ?? "")) return "";
  const safe = run.name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|-+$/g, "");
  return `actbench model ${number} ${safe || "sweep"}-${run.hash.slice(0, 8)} -o trial-${number}.onnx`;
}
