import type { Command } from "./command.js";
import { commonFlags } from "./common-flags.js";
import type { Flags } from "./flag.js";

/** Names of all flags that a command line may hold: the command's, those of every command, their aliases. */
export function knownFlags(command: Command): readonly string[] {
  const flags: Flags = { ...commonFlags, ...command.flags };
  const aliases = Object.values(flags).flatMap((flag) => (flag.kind === "value" ? (flag.alias ?? []) : []));
  return [...Object.keys(flags), ...aliases, "help", "h", "version"];
}
