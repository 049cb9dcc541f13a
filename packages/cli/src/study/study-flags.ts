import { durationFlag } from "../command/duration-flag.js";
import { countFlag, type FlagValues } from "../command/flag.js";
import { workersFlag } from "../command/workers-flag.js";

/** Flags that set settings of the sweep file. */
export const studyFlags = {
  seeds: countFlag("seeds per point, instead of the file's", 1),
  workers: workersFlag,
  budget: durationFlag("start no trial after this time"),
  "trial-timeout": durationFlag("give a trial up after this time"),
  "max-failures": countFlag("start no trial after so many failed", 1),
  retries: countFlag("further runs of a trial that lost its worker", 0),
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
