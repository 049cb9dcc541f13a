import type { PackedTrial } from "./packed-trial.js";
import { ReportDataError } from "./report-data-error.js";
import { readInts, writeInts } from "./varint.js";

/** Trials that have no row in the trial table, as a page's head holds them. */
export interface RowlessTrials {
  /** Steps from one to the next of number and point, as `varint.ts` writes them. */
  readonly places: string;
  /** For each a digest, where it has one, and its numbers. */
  readonly records: string;
}

const NEXT = ",";
const TRIAL = /^([0-9a-f]*)-([\w+/]+)$/;

/** Writes trials, in plan order. */
export function writeRowless(trials: readonly PackedTrial[]): RowlessTrials {
  let before = { trial: 0, point: 0 };
  const places = writeInts(
    trials.flatMap(({ trial, point }) => {
      const steps = [trial - before.trial, point - before.point];
      before = { trial, point };
      return steps;
    }),
  );
  return { places, records: trials.map(({ digest, numbers }) => `${digest}-${numbers}`).join(NEXT) };
}

/** The trials of such texts. */
export function readRowless({ places, records }: RowlessTrials): readonly PackedTrial[] {
  const steps = readInts(places);
  const texts = records.split(NEXT);
  if (steps === undefined || steps.length !== 2 * texts.length)
    throw new ReportDataError("the list of trials without a row is damaged");
  let [trial, point] = [0, 0];
  return texts.map((text, i) => {
    trial += steps[2 * i] ?? 0;
    point += steps[2 * i + 1] ?? 0;
    const [, digest, numbers] = TRIAL.exec(text) ?? [];
    if (digest === undefined || numbers === undefined)
      throw new ReportDataError(`trial ${trial}, which has no row, is damaged`);
    return { trial, point, digest, numbers };
  });
}
