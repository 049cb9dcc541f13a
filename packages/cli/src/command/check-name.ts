import { nearestName } from "@actbench/core/internal";
import { UsageError } from "../usage-error.js";
import type { CommandTable } from "./command-table.js";

/** Throws a `UsageError` with the nearest name when the first words are no command. */
export function checkName(argv: readonly string[], table: Pick<CommandTable, "commands" | "groups">): void {
  const [first, second] = argv.filter((word) => !word.startsWith("-"));
  if (first === undefined) return;
  const names = table.commands.map(({ name }) => name);
  const group = table.groups.find(({ name }) => name === first);
  if (group === undefined) {
    const known = [...names.filter((name) => !name.includes(" ")), ...table.groups.map(({ name }) => name)];
    if (!known.includes(first)) throw unknown("command", first, known);
    return;
  }
  if (second === undefined) return;
  const members = names
    .filter((name) => name.startsWith(`${first} `))
    .map((name) => name.slice(first.length + 1));
  if (!members.includes(second)) throw unknown(`${first} command`, second, members);
}

function unknown(what: string, word: string, known: readonly string[]): UsageError {
  const near = nearestName(word, known);
  return new UsageError(
    `unknown ${what} "${word}"`,
    near === undefined ? `known: ${known.join(", ")}` : `did you mean ${near}?`,
  );
}
