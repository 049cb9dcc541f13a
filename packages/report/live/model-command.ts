import { runName } from "../src/format/run-name.js";

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
  return `actbench model ${number} ${runName(run)} -o trial-${number}.onnx`;
}
