import { UsageError } from "../usage-error.js";
import type { Command } from "./command.js";
import { commonFlags } from "./common-flags.js";
import type { Flags } from "./flag.js";
import { unknownFlag } from "./unknown-flag.js";

/**
 * The typed values of a command from what yargs read: flags parsed, everything unknown refused, all
 * complaints in one `UsageError`.
 */
export function readValues(
  command: Command,
  parsed: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const flags: Flags = { ...commonFlags, ...command.flags };
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const aliases = Object.values(flags).flatMap((flag) => (flag.kind === "value" ? (flag.alias ?? []) : []));
  const known = new Set([
    ...Object.keys(flags),
    ...Object.keys(command.positionals),
    ...aliases,
    "help",
    "h",
  ]);
  for (const name of Object.keys(parsed))
    if (!known.has(name) && !["_", "$0", "version"].includes(name))
      problems.push(unknownFlag(name, parsed[name], command));
  for (const [name, flag] of Object.entries(flags)) {
    const given = parsed[name];
    if (flag.kind === "list") values[name] = words(given);
    else if (Array.isArray(given)) problems.push(`--${name} is given ${given.length} times; give it once`);
    else if (flag.kind === "toggle") values[name] = given === true;
    else if (given !== undefined) {
      values[name] = flag.parse(String(given));
      if (values[name] === undefined)
        problems.push(
          `--${name} "${String(given)}": ${flag.hint?.(String(given)) ?? `expected ${flag.expects}`}`,
        );
    }
  }
  const extra = words(parsed._).slice(command.name.split(" ").length);
  for (const [name, { arity }] of Object.entries(command.positionals)) {
    const several = arity === "many" || arity === "some";
    // Words after a bare `--` are not placed by yargs; they belong to the positional that takes several.
    values[name] = several ? [...words(parsed[name]), ...extra.splice(0)] : (parsed[name] ?? extra.shift());
  }
  for (const word of extra)
    problems.push(`unexpected "${word}": actbench ${command.name} takes no more arguments`);
  if (problems.length > 0) throw new UsageError(problems.join("\n"), `see actbench ${command.name} --help`);
  return values;
}

function words(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
