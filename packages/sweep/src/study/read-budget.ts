import type { StudyKeys } from "./read-study-keys.js";
import type { Budget } from "./sweep.js";

const DEFAULT_RETRIES = 2;

/** When a run stops or gives a trial up, in seconds and bytes. */
export function readBudget({ budget = {} }: StudyKeys): Budget {
  const { time, trial_timeout, memory, max_failures, retries = DEFAULT_RETRIES } = budget;
  return {
    ...(time === undefined ? {} : { time_s: time }),
    ...(trial_timeout === undefined ? {} : { trial_timeout_s: trial_timeout }),
    ...(memory === undefined ? {} : { memory_bytes: memory }),
    ...(max_failures === undefined ? {} : { max_failures }),
    retries,
  };
}
