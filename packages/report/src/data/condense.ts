import type { EpochRecord, Score, TrialRecord } from "@actbench/core";
import type { Run } from "../view/run.js";

/** Epochs of a curve that a page keeps; more would make it heavy and no chart would show them. */
export const MOST_EPOCHS = 24;

/** Six significant digits at least, and quick for the sizes that accuracies and losses have. */
function round6(value: number): number {
  const size = Math.abs(value);
  if (size >= 0.1 && size < 1000) return Math.round(value * 1e6) / 1e6;
  return Number(value.toPrecision(6));
}

const roundScore = ({ loss, accuracy }: Score): Score => ({ loss: round6(loss), accuracy: round6(accuracy) });

function roundEpoch({ digest: _, ...epoch }: EpochRecord): EpochRecord {
  const { train, validation, test, units, running_loss } = epoch;
  return {
    ...epoch,
    train_s: round6(epoch.train_s),
    ...(running_loss === undefined ? {} : { running_loss: round6(running_loss) }),
    ...(train && { train: roundScore(train) }),
    ...(validation && { validation: roundScore(validation) }),
    ...(test && { test: roundScore(test) }),
    ...(units && { units: units.map((u) => ({ ...u, zero_fraction: round6(u.zero_fraction) })) }),
  };
}

/** At most {@link MOST_EPOCHS} epochs, evenly spread, the first and the last among them. */
function thin(curve: readonly EpochRecord[]): readonly EpochRecord[] {
  if (curve.length <= MOST_EPOCHS) return curve;
  const stride = (curve.length - 1) / (MOST_EPOCHS - 1);
  return Array.from({ length: MOST_EPOCHS }, (_, i) => curve[Math.round(i * stride)]).filter(
    (e) => e !== undefined,
  );
}

/**
 * What a page keeps of a curve: the last epoch exactly, at most {@link MOST_EPOCHS} of the earlier ones with six
 * digits, no digests. Condensing twice changes nothing, so a page can be made again from its own data, byte for byte.
 */
export function condenseCurve(curve: readonly EpochRecord[]): readonly EpochRecord[] {
  const kept = thin(curve);
  return kept.map((epoch, i) => {
    if (i !== kept.length - 1) return roundEpoch(epoch);
    const { digest: _, ...exact } = epoch;
    return exact;
  });
}

/** A run with its records in the plan's order, so that the order in which trials ended does not show. */
export function inPlanOrder({ study, records }: Run): Run {
  const order = new Map(study.plan.map(({ id }, i) => [id, i]));
  const place = ({ id }: TrialRecord): number => order.get(id) ?? order.size;
  const sorted = records.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { study, records: sorted };
}
