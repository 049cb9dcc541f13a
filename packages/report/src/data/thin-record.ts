import type { EpochRecord, StudyRecord, TrialRecord } from "@actbench/core/internal";
import { pageCurve } from "./page-curve.js";
import { keptEpochs } from "./thin-curve.js";

/**
 * Trials to which a page gives a row and a curve. A browser needs seconds to show more rows, and 100,000
 * trials with curves would make a page of 40 MB.
 */
export const MAX_ROWS = 12_000;
// Networks with more layers take as much more room each.
const USUAL_LAYERS = 4;
/** Layers of all trials together of which a page also keeps the units at initialization. */
const MAX_LAYERS = 500_000;

/** What a page keeps of a study's records: of all that study's pages the same. */
export interface Thinning {
  /** Rows for trials that have run; where the plan holds more trials, those of the best points have them. */
  readonly rows: number;
  /** Epochs of the curve of a trial with a row. */
  readonly epochs: number;
  /** Whether the units at initialization are kept of a trial without a row. */
  readonly initial: boolean;
}

/** The thinning for a study with at most this many rows on its page. */
export function thinningOf({ plan, points }: StudyRecord, most = MAX_ROWS): Thinning {
  const layers = points.reduce((max, { spec }) => Math.max(max, spec.model.hidden.length), USUAL_LAYERS);
  const rows = plan.length <= most ? plan.length : Math.floor((most * USUAL_LAYERS) / layers);
  return { rows, epochs: keptEpochs(rows), initial: plan.length * layers <= MAX_LAYERS };
}

/** A record with the curve of a trial with a row. */
export function thinRecord(record: TrialRecord, { epochs }: Pick<Thinning, "epochs">): TrialRecord {
  const { curve, ...head } = record;
  return { ...head, curve: pageCurve(curve, epochs) };
}

/**
 * A record with what is left of the curve of a trial without a row: its last epoch, and how many units were
 * born dead.
 */
export function endsOfRecord(record: TrialRecord, { initial }: Pick<Thinning, "initial">): TrialRecord {
  const { curve, ...head } = record;
  return { ...head, curve: curveEnds(curve, initial) };
}

function curveEnds(curve: readonly EpochRecord[], initial: boolean): readonly EpochRecord[] {
  const [first] = curve;
  const last = pageCurve(curve, 2).at(-1);
  if (first === undefined || last === undefined) return [];
  if (!initial || curve.length === 1 || first.units === undefined) return [last];
  const { epoch, step, units, units_n, train_s } = first;
  return [{ epoch, step, units, ...(units_n !== undefined && { units_n }), train_s }, last];
}
