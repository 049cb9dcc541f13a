import { type ClassChance, classChance, type MeanChance, meanChance } from "@actbench/core/internal";
import { endScore } from "../metrics/end-score.js";
import { chanceAt } from "./chance.js";
import type { PointView } from "./point-view.js";
import type { RunView } from "./run-view.js";

/** What became of completed trials, judged by their accuracy and loss, or from their RMSE and R². */
export type TrainingOutcome = "learned" | "constant" | "unclear";

// A constant answer scores a class' share of the very subset that was scored. The training rows' shares stand
// for it: half a point for the difference between subsets, or two standard errors of a share where those are
// larger.
const SHARE_TOLERANCE = 0.005;
// A loss below a constant answer's least one shows that the network looks at its input; 2 % for the subset's
// shares.
const MIN_LOSS_RATIO = 0.98;
// Learning is relative: half the way from the majority class' share to the best trial on the same data.
const HALF_WAY = 0.5;

function isConstant(
  { accuracy, loss }: { readonly accuracy: number; readonly loss: number },
  chance: Required<ClassChance>,
  trainRows: number,
): boolean {
  if (loss < MIN_LOSS_RATIO * chance.loss) return false;
  return chance.shares.some((share) => {
    const error = 2 * Math.sqrt((share * (1 - share)) / Math.max(1, trainRows));
    return Math.abs(accuracy - share) <= Math.max(SHARE_TOLERANCE, error);
  });
}

// A constant near the mean errs by little more than the deviation; a network that sees its input by less.
const SAME_ERROR = 0.005;

/** Whether an error is that of always predicting the mean. */
function isMean(rmse: number, chance: MeanChance): boolean {
  return Math.abs(rmse / chance.rmse - 1) <= SAME_ERROR;
}

/** The outcome of each completed seed of a point, in the order of its trials. */
export function seedOutcomes(view: RunView, point: PointView): readonly TrainingOutcome[] {
  const level = chanceAt(view, point);
  const chance = classChance(level);
  const mean = meanChance(level);
  const { dataset, train } = point.configuration.spec;
  const told = isKnown(chance) && train.epochs > 0;
  const best = view.bestShare(dataset.name) ?? 1;
  return point.trials.flatMap(({ record }): TrainingOutcome[] => {
    if (record?.status !== "completed") return [];
    const { loss, accuracy, rmse, r2 } = endScore(record) ?? {};
    if (mean !== undefined && rmse !== undefined && train.epochs > 0) {
      if (isMean(rmse, mean)) return ["constant"];
      return [best > 0 && (r2 ?? 0) > HALF_WAY * best ? "learned" : "unclear"];
    }
    if (!told || loss === undefined || accuracy === undefined) return ["unclear"];
    if (isConstant({ loss, accuracy }, chance, dataset.train)) return ["constant"];
    return [accuracy - chance.commonest > HALF_WAY * (best - chance.commonest) ? "learned" : "unclear"];
  });
}

/** Whether the least loss of a constant answer is known too. */
function isKnown(chance: ClassChance | undefined): chance is Required<ClassChance> {
  return chance?.loss !== undefined;
}

/** `constant` and `learned` hold at every completed seed; everything else is `unclear`. */
export function outcomeOf(view: RunView, point: PointView): TrainingOutcome {
  const before = known.get(point);
  if (before !== undefined) return before;
  const [first = "unclear", ...others] = seedOutcomes(view, point);
  const made = others.every((outcome) => outcome === first) ? first : "unclear";
  known.set(point, made);
  return made;
}

// Findings, highlights and charts ask for the same points, each of one view.
const known = new WeakMap<PointView, TrainingOutcome>();
