import { nearestName } from "@actbench/core/internal";
import { findSetting } from "@actbench/sweep";
import type { Command } from "./command.js";
import { commonFlags } from "./common-flags.js";
import { knownFlags } from "./known-flags.js";

/** Flags of other tools, and what does the same here; each where the command has what it names. */
const ELSEWHERE: readonly (readonly [flags: string, hint: string, needs?: string])[] = [
  ["m multirun", "a list of values makes a sweep: activation=relu,gelu"],
  ["dry-run dryrun n", "actbench plan shows what a run would do"],
  ["resume continue restart", "the same command again continues its run"],
  ["j jobs n-jobs num-workers threads parallel", "did you mean --workers?", "workers"],
  ["json format", "did you mean --reporter json?", "reporter"],
  [
    "c config config-name config-path f file",
    "the sweep file needs no flag: actbench run SWEEP.yaml",
    "config",
  ],
  ["o output output-dir dir logdir results", "did you mean --out?", "out"],
  ["V", "did you mean --version?"],
];

/** What is said of a flag that a command has not; `value` is what stood behind it. */
export function unknownFlag(name: string, value: unknown, command: Command): string {
  const flags = Object.keys({ ...commonFlags, ...command.flags });
  const places = Object.keys(command.positionals);
  const said = `unknown flag ${name.length === 1 ? "-" : "--"}${name}`;
  const setting = places.includes("overrides")
    ? name === "seeds"
      ? "seeds"
      : findSetting(name)?.name
    : undefined;
  if (setting !== undefined) {
    const example = typeof value === "string" ? value : "VALUE";
    return `${said}; settings are given as ${setting}=${example}`;
  }
  const [, hint] =
    ELSEWHERE.find(
      ([names, , needs]) =>
        names.split(" ").includes(name) && (needs === undefined || [...flags, ...places].includes(needs)),
    ) ?? [];
  if (hint !== undefined) return `${said}; ${hint}`;
  const near = nearestName(name, flags);
  return near === undefined ? said : `${said}; did you mean --${near}?`;
}

/** The same for the first flag of a command line that the command has not; undefined where it has all. */
export function unknownFlagOf(argv: readonly string[], command: Command): string | undefined {
  const known = knownFlags(command);
  for (const [i, word] of argv.entries()) {
    if (word === "--") return undefined;
    const [, name] = /^--?([A-Za-z][\w-]*)/.exec(word) ?? [];
    if (name !== undefined && !known.includes(name)) return unknownFlag(name, argv[i + 1], command);
  }
  return undefined;
}
