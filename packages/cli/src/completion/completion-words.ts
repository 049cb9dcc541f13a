import type { Command } from "../command/command.js";
import { commonFlags } from "../command/common-flags.js";
import type { Flags } from "../command/flag.js";

/** A command and the flags that may follow it. */
export interface CommandWords {
  /** `run`, or `activations list`. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly string[];
}

/** The words of every command, from the list that the command line is made of. */
export function completionWords(commands: readonly Command[]): readonly CommandWords[] {
  return commands.map(({ name, summary, flags }) => ({ name, summary, flags: flagWords(flags) }));
}

function flagWords(flags: Flags): readonly string[] {
  return [...Object.keys(flags), ...Object.keys(commonFlags), "help"].map((flag) => `--${flag}`);
}

/** The first words of the command line, groups once. */
export function firstWords(words: readonly CommandWords[]): readonly string[] {
  return [...new Set(words.map(({ name }) => name.split(" ")[0] ?? ""))];
}

/** The second words of a group; none for a command of one word. */
export function secondWords(words: readonly CommandWords[], group: string): readonly string[] {
  return words.flatMap(({ name }) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []));
}
