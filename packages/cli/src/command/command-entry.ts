import type { Command } from "./command.js";

/** A command's line in the list: what help shows without loading it. */
export interface CommandEntry {
  /** One word, or two for a member of a group: `run`, `activations list`. */
  readonly name: string;
  /** The name with its positionals as help writes them: `run <config> [overrides..]`. */
  readonly usage: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** A command's line in the list. `usage` names the positionals of the definition that `load` imports. */
export function entry(usage: string, summary: string, load: () => Promise<Command>): CommandEntry {
  return { name: usage.replace(/ [<[].*/, ""), usage, summary, load };
}
