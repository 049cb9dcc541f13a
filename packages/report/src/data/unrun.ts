import type { PlannedTrial } from "@actbench/core/internal";
import { ReportDataError } from "./report-data-error.js";
import { readInts, writeInts } from "./varint.js";

/** Beyond this, trials that have not run get no rows: they would fill the page and say nothing. */
export const MAX_UNRUN_ROWS = 1000;

/** A planned trial without its id, which follows from point and seed. */
export type Unrun = Omit<PlannedTrial, "id">;

/**
 * Trials as steps from one to the next of number, point and place of the seed, as `varint.ts` writes them.
 */
export function writeUnrun(trials: readonly Unrun[], seeds: readonly number[]): string {
  const places = new Map(seeds.map((seed, place) => [seed, place]));
  let before = { trial: 0, point: 0, place: 0 };
  return writeInts(
    trials.flatMap(({ trial, point, seed }) => {
      const now = { trial, point, place: places.get(seed) ?? -1 };
      const steps = [now.trial - before.trial, now.point - before.point, now.place - before.place];
      before = now;
      return steps;
    }),
  );
}

/** The trials of such a text. */
export function readUnrun(text: string, seeds: readonly number[]): readonly Unrun[] {
  const steps = readInts(text);
  if (steps === undefined || steps.length % 3 !== 0)
    throw new ReportDataError("the list of trials that have not run is damaged");
  const trials: Unrun[] = [];
  let [trial, point, place] = [0, 0, 0];
  for (let i = 0; i < steps.length; i += 3) {
    trial += steps[i] ?? 0;
    point += steps[i + 1] ?? 0;
    place += steps[i + 2] ?? 0;
    const seed = seeds[place];
    if (seed === undefined) throw new ReportDataError(`there is no seed number ${place}`);
    trials.push({ trial, point, seed });
  }
  return trials;
}
