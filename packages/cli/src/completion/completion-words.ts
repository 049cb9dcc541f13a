import type { CommandEntry } from "../command/command-entry.js";
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
export function completionWords(commands: readonly CommandEntry[]): Promise<readonly CommandWords[]> {
  return Promise.all(
    commands.map(async ({ name, summary, load }) => ({
      name,
      summary,
      flags: flagWords((await load()).flags),
    })),
  );
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
