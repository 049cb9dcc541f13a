import { canonicalJson, type EpochRecord } from "@actbench/core/internal";
import type { Outcome } from "./train-again.js";

/** Where two trainings of one trial part. */
export interface Agreement {
  readonly same: boolean;
  /** Epochs that both records hold in full, including initialization. */
  readonly epochs: number;
  /** What differs, first in time, as a reader says it; absent where nothing does. */
  readonly difference?: string;
}

/**
 * Compares bit by bit what two trainings of one trial left: end, weights of each epoch, everything measured.
 */
export function compareOutcomes(a: Outcome, b: Outcome): Agreement {
  const others = new Map(b.curve.map((epoch) => [epoch.epoch, epoch]));
  const pairs = a.curve.flatMap((epoch): (readonly [EpochRecord, EpochRecord])[] => {
    const other = others.get(epoch.epoch);
    // A page keeps no digests of epochs, and rounds what it keeps of the earlier ones.
    return other?.digest === undefined || epoch.digest === undefined ? [] : [[epoch, other]];
  });
  const difference = [...pairs.map(epochDifference), endDifference(a, b)].find(
    (found) => found !== undefined,
  );
  const epochs = pairs.length;
  return difference === undefined ? { same: true, epochs } : { same: false, epochs, difference };
}

function epochDifference([a, b]: readonly [EpochRecord, EpochRecord]): string | undefined {
  const when = a.epoch === 0 ? "at initialization" : `at the end of epoch ${a.epoch} (update ${a.step})`;
  if (a.digest !== b.digest) return `the weights ${when}, for the first time`;
  const { train_s: _, ...left } = a;
  const { train_s: __, ...right } = b;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])] as (keyof typeof left)[];
  const key = keys.find((name) => text(left[name]) !== text(right[name]));
  return key === undefined ? undefined : `${key} ${when}, with the same weights`;
}

function text(value: unknown): string {
  return value === undefined ? "" : canonicalJson(value);
}

function endDifference(a: Outcome, b: Outcome): string | undefined {
  if (a.status !== b.status) return `the end: ${a.status} and ${b.status}`;
  if (a.step !== b.step) return `the end: diverged at step ${a.step}, and at step ${b.step}`;
  if (a.error !== b.error) return `the end: ${a.error}, and ${b.error}`;
  return a.digest === b.digest ? undefined : "the last weights";
}
