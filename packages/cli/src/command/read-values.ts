import { UsageError } from "../usage-error.js";
import type { Command } from "./command.js";
import { commonFlags } from "./common-flags.js";
import type { Flags } from "./flag.js";
import { knownFlags } from "./known-flags.js";

/**
 * The typed values of the command `name` from what yargs read: flags parsed, everything unknown refused, all
 * complaints in one `UsageError`.
 */
export async function readValues(
  name: string,
  command: Command,
  parsed: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const flags: Flags = { ...commonFlags, ...command.flags };
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  const known = new Set([...knownFlags(command), ...Object.keys(command.positionals), "_", "$0"]);
  const unknown = Object.keys(parsed).filter((word) => !known.has(word));
  if (unknown.length > 0) {
    // It knows all settings of a sweep file, which no other command line waits for.
    const { unknownFlag } = await import("./unknown-flag.js");
    problems.push(...unknown.map((word) => unknownFlag(word, parsed[word], command)));
  }
  for (const [key, flag] of Object.entries(flags)) {
    const given = parsed[key];
    if (flag.kind === "list") values[key] = words(given);
    else if (Array.isArray(given)) problems.push(`--${key} is given ${given.length} times; give it once`);
    else if (flag.kind === "toggle") values[key] = given === true;
    else if (given !== undefined) {
      values[key] = flag.parse(String(given));
      if (values[key] === undefined)
        problems.push(
          `--${key} "${String(given)}": ${flag.hint?.(String(given)) ?? `expected ${flag.expects}`}`,
        );
    }
  }
  const extra = words(parsed._).slice(name.split(" ").length);
  for (const [key, { arity }] of Object.entries(command.positionals)) {
    const several = arity === "many" || arity === "some";
    // Words after a bare `--` are not placed by yargs; they belong to the positional that takes several.
    values[key] = several ? [...words(parsed[key]), ...extra.splice(0)] : (parsed[key] ?? extra.shift());
  }
  for (const word of extra) problems.push(`unexpected "${word}": actbench ${name} takes no more arguments`);
  if (problems.length > 0) throw new UsageError(problems.join("\n"), `see actbench ${name} --help`);
  return values;
}

function words(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
