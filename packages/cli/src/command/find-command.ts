import { nearestName } from "@actbench/core/text";
import { UsageError } from "../usage-error.js";
import type { CommandEntry } from "./command-entry.js";
import type { CommandTable } from "./command-table.js";

/**
 * The command that the first words name; none where they name a group, or where there are none. Throws a
 * `UsageError` with the nearest name when they are no command.
 */
export function findCommand(
  argv: readonly string[],
  table: Pick<CommandTable, "commands" | "groups">,
): CommandEntry | undefined {
  const [first, second] = argv.filter((word) => !word.startsWith("-"));
  if (first === undefined) return undefined;
  const names = table.commands.map(({ name }) => name);
  const group = table.groups.find(({ name }) => name === first);
  if (group === undefined) {
    const known = [...names.filter((name) => !name.includes(" ")), ...table.groups.map(({ name }) => name)];
    if (!known.includes(first)) throw unknown("command", first, known);
    return table.commands.find(({ name }) => name === first);
  }
  if (second === undefined) return undefined;
  const members = names
    .filter((name) => name.startsWith(`${first} `))
    .map((name) => name.slice(first.length + 1));
  if (!members.includes(second)) throw unknown(`${first} command`, second, members);
  return table.commands.find(({ name }) => name === `${first} ${second}`);
}

/** Commands of other tools, and what does the same here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  list: "actbench status lists runs; actbench activations list and actbench datasets list show what there is",
  ls: "actbench status lists runs",
  train: "actbench run SWEEP.yaml trains every combination of a sweep file",
  sweep: "actbench run SWEEP.yaml trains every combination of a sweep file",
  start: "actbench run SWEEP.yaml trains every combination of a sweep file",
  optimize: "actbench run SWEEP.yaml trains every combination of a sweep file",
  resume: "run the same command again: actbench run SWEEP.yaml continues a run",
  continue: "run the same command again: actbench run SWEEP.yaml continues a run",
  open: "the page of a run is report.html in its folder; actbench report RUN writes it again",
  view: "the page of a run is report.html in its folder; actbench report RUN writes it again",
  "dry-run": "actbench plan SWEEP.yaml shows what a run would do",
  test: "actbench check RUN decides the claims of a run",
  verify: "actbench replay TRIAL retrains a trial; actbench report PAGE --verify renders a page again",
  lint: "actbench validate SWEEP.yaml checks sweep files",
  diff: "actbench compare RUN RUN compares runs",
  help: "actbench --help, or actbench COMMAND --help",
  version: "actbench --version",
};

function unknown(what: string, word: string, known: readonly string[]): UsageError {
  const elsewhere = what === "command" && Object.hasOwn(ELSEWHERE, word) ? ELSEWHERE[word] : undefined;
  const near = nearestName(word, known);
  return new UsageError(
    `unknown ${what} "${word}"`,
    elsewhere ?? (near === undefined ? `known: ${known.join(", ")}` : `did you mean ${near}?`),
  );
}
