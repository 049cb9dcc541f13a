import { durationFlag } from "../command/duration-flag.js";
import { countFlag, type FlagValues } from "../command/flag.js";
import { workersFlag } from "../command/workers-flag.js";

/** Flags that set settings of the sweep file. */
export const studyFlags = {
  seeds: countFlag("number of seeds per configuration; default: as in the file", 1),
  workers: workersFlag,
  budget: durationFlag("stop starting trials after this time"),
  "trial-timeout": durationFlag("stop a trial that takes longer than this"),
  "max-failures": countFlag("stop starting trials after N failures", 1),
  retries: countFlag("retries of a trial after a worker crash", 0),
} as const;

const SETTING: Readonly<Record<keyof typeof studyFlags, string>> = {
  seeds: "seeds",
  workers: "workers",
  budget: "budget.time",
  "trial-timeout": "budget.trial_timeout",
  "max-failures": "budget.max_failures",
  retries: "budget.retries",
};

/** The flags as overrides of the sweep file, such as `budget.time=20m`. */
export function flagOverrides(flags: FlagValues<typeof studyFlags>): readonly string[] {
  const names = Object.keys(SETTING) as (keyof typeof studyFlags)[];
  return names.filter((name) => flags[name] !== undefined).map((name) => `${SETTING[name]}=${flags[name]}`);
}
