import { syntheticRun } from "./synthetic-study.js";

/** A run of 10,080 trials of 10 epochs: as large as a page is promised to be. */
export function tenThousandTrials(): ReturnType<typeof syntheticRun> {
  return syntheticRun({
    lrs: Array.from({ length: 72 }, (_, i) => (i + 1) / 100),
    seeds: 10,
    epochs: 10,
  });
}
