import { type EpochRecord, lastEpoch } from "@actbench/core";
import { type Chance, chanceAt } from "./chance.js";
import type { PointView } from "./point-view.js";
import type { RunView } from "./run-view.js";

/** What became of a point's completed trials, told from their accuracy alone. */
export type Fate = "learned" | "constant" | "unclear";

// A constant answer scores a class' share of the very subset that was scored. The training rows' shares stand for
// it: half a point for the difference between subsets, or two standard errors of a share where those are larger.
const HAIR = 0.005;
// Five points above the commonest class is learning for any number of examples that is worth a sweep.
const CLEARLY_ABOVE = 0.05;

function isConstant(epoch: EpochRecord, chance: Chance, trainRows: number): boolean {
  const score = epoch.train ?? epoch.validation ?? epoch.test;
  if (score === undefined || score.loss < 0.98 * chance.entropy) return false;
  return chance.shares.some((share) => {
    const error = 2 * Math.sqrt((share * (1 - share)) / Math.max(1, trainRows));
    return Math.abs(score.accuracy - share) <= Math.max(HAIR, error);
  });
}

/** `constant` and `learned` hold at every completed seed; everything else is `unclear`. */
export function fateOf(view: RunView, point: PointView): Fate {
  const chance = chanceAt(view, point);
  const { dataset, train } = point.point.spec;
  if (chance === undefined || train.loss !== "cross_entropy" || point.completed === 0) return "unclear";
  const ends = point.trials.flatMap(({ record }) =>
    record?.status === "completed" ? (lastEpoch(record) ?? []) : [],
  );
  if (train.epochs > 0 && ends.every((end) => isConstant(end, chance, dataset.train))) return "constant";
  const learned = (end: EpochRecord): boolean => {
    const accuracy = (end.train ?? end.validation ?? end.test)?.accuracy;
    return accuracy !== undefined && accuracy > chance.commonest + CLEARLY_ABOVE;
  };
  return ends.every(learned) ? "learned" : "unclear";
}
