import {
  type ActivationSpec,
  canonicalJson,
  type DecisionRegions,
  type RunHistory,
  type SpeedLane,
  type StudyPoint,
  type StudyRecord,
} from "@actbench/core/internal";
import { UNCOLORED } from "../charts/color-class.js";
import { endScore } from "../metrics/end-score.js";
import type { MetricName } from "../metrics/metric-name.js";
import { markOfOtherKind } from "../metrics/other-kind.js";
import { pointStepTimes } from "../speed/point-step-times.js";
import { type Level, levelOf } from "../verdict/level.js";
import { activationColors } from "./activation-colors.js";
import { type ActivationView, activationViewer, type OpaqueActivation } from "./activation-view.js";
import type { Fits } from "./fits.js";
import { grouped } from "./grouped.js";
import { type MachineKind, machineKinds } from "./machine-kinds.js";
import { type PointView, viewPoint } from "./point-view.js";
import { isTimed, type Ranking, rankingOf, rankOrder } from "./rank-order.js";
import type { Run } from "./run.js";
import { freshLooks, freshSeen, ownLooks, seedsSeen } from "./seeds-seen.js";
import { type TrialView, viewTrial } from "./trial-view.js";

/** A point as it was chosen, and as it is on seeds that had no say in that. */
export interface Finalist {
  readonly chosen: PointView;
  readonly fresh: PointView;
}

/**
 * A run gathered for a reader: trials by point, points by rank. What every section and finding is made from.
 */
export interface RunView {
  /** Begins every fragment of this run's part of the page; empty where the page holds one run. */
  readonly prefix: string;
  readonly study: StudyRecord;
  readonly history?: RunHistory;
  /**
   * The kinds of machines that trials ran on, those with most trials first: times are compared within the
   * first alone.
   */
  readonly kinds: readonly MachineKind[];
  /** What the isolated timing measured. */
  readonly speed?: SpeedLane;
  /** What networks with two inputs answer over the plane. */
  readonly regions?: readonly DecisionRegions[];
  readonly fits?: Fits;
  /** In plan order. */
  readonly trials: readonly TrialView[];
  /** In plan order. */
  readonly points: readonly PointView[];
  /** Points that ran again on fresh seeds, in plan order; everything else uses the study's original seeds. */
  readonly finalists: readonly Finalist[];
  /** Best first. */
  readonly ranked: readonly PointView[];
  /** What `ranked` is sorted by. */
  readonly ranking: Ranking;
  /** What seeds are compared by: `ranking.metric`. */
  readonly metric: MetricName;
  /** 1: more is better; −1: less is better. */
  readonly metricSign: 1 | -1;
  readonly confidence: number;
  /** The level at which comparisons of this run are tested. */
  readonly level: Level;
  /** The same of finalists on fresh seeds, whose looks are counted apart. */
  readonly freshLevel: Level;
  /** Records whose id is in no line of the plan; they are shown nowhere and counted. */
  readonly unplanned: number;
  /** The best accuracy, or R² where numbers are predicted, of a completed trial, by dataset. */
  bestShare(dataset: string): number | undefined;
  pointOf(trial: TrialView): PointView | undefined;
  /** What follows from an activation's formula. */
  activation(spec: ActivationSpec): ActivationView | OpaqueActivation;
}

function bestShares(points: readonly PointView[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { configuration, trials } of points)
    for (const { record } of trials) {
      if (record?.status !== "completed") continue;
      const { name } = configuration.spec.dataset;
      const { accuracy, r2 } = endScore(record) ?? {};
      best.set(name, Math.max(best.get(name) ?? 0, accuracy ?? r2 ?? 0));
    }
  return best;
}

const labelOf = ({ spec }: StudyPoint): string => spec.model.activation[0]?.label ?? "";

/** The label of the activation that a study names as its baseline. */
function baselineLabel({ points, baseline }: StudyRecord): string | undefined {
  const wanted = baseline?.activation;
  if (wanted === undefined) return undefined;
  const key = canonicalJson(wanted);
  const held = points.find(
    ({ settings: { activation } }) => activation !== undefined && canonicalJson(activation) === key,
  );
  return held && labelOf(held);
}

/** Gathers a run in time linear in its trials. */
export function viewRun(
  { study, records, unplanned = 0, history, speed, regions, fits }: Run,
  prefix = "",
): RunView {
  const byId = new Map(records.map((record) => [record.id, record]));
  const planned = new Set(study.plan.map(({ id }) => id));
  const trials = study.plan.map((line) => viewTrial(line, byId.get(line.id)));
  const kinds = machineKinds(study, trials, history);
  for (const kind of kinds.slice(1))
    for (const { record } of kind.trials) if (record !== undefined) markOfOtherKind(record);
  const fresh = new Set(study.confirm?.seeds);
  const pointOf = ({ planned: { point } }: TrialView): number => point;
  const byPoint = grouped(
    trials.filter(({ planned: { seed } }) => !fresh.has(seed)),
    pointOf,
  );
  const freshByPoint = grouped(
    trials.filter(({ planned: { seed } }) => fresh.has(seed)),
    pointOf,
  );
  const order = new Map(study.seeds.map((seed, i) => [seed, i]));
  const seedOrder = ({ planned }: TrialView): number => order.get(planned.seed) ?? study.seeds.length;
  const { confidence } = study.stats;
  const stepTimes =
    speed && study.metric.name === "step_ns" ? pointStepTimes(study.points, speed, confidence) : undefined;
  const points = study.points.map((point) =>
    viewPoint(point, {
      trials: (byPoint.get(point.point) ?? []).toSorted((a, b) => seedOrder(a) - seedOrder(b)),
      color: () => colors.get(labelOf(point)) ?? UNCOLORED,
      confidence,
      stepTime: stepTimes?.get(point.point),
    }),
  );
  const finalists = points.flatMap((chosen): Finalist[] => {
    const again = freshByPoint.get(chosen.index);
    if (again === undefined) return [];
    const { configuration } = chosen;
    return [
      {
        chosen,
        fresh: viewPoint(configuration, { trials: again, color: () => chosen.color, confidence }),
      },
    ];
  });
  const ranked = rankOrder(points, study);
  const kept = [baselineLabel(study), ranked[0]?.activation].filter((label) => label !== undefined);
  const colors = activationColors(study.points.map(labelOf), kept);
  const ranking = rankingOf(study, isTimed(points));
  const index = new Map(points.map((point) => [point.index, point]));
  let best: ReadonlyMap<string, number> | undefined;
  return {
    prefix,
    study,
    ...(history && { history }),
    kinds,
    ...(speed && { speed }),
    ...(regions && { regions }),
    ...(fits && { fits }),
    trials,
    points,
    finalists,
    ranked,
    ranking,
    metric: ranking.metric,
    metricSign: ranking.sign,
    confidence,
    level: levelOf(study.stats, seedsSeen(study, records), ownLooks(history?.looks)),
    freshLevel: levelOf(study.stats, freshSeen(study, records), freshLooks(history?.looks)),
    unplanned: unplanned + records.filter(({ id }) => !planned.has(id)).length,
    bestShare(dataset) {
      best ??= bestShares(points);
      return best.get(dataset);
    },
    pointOf: ({ planned: { point } }) => index.get(point),
    activation: activationViewer(),
  };
}
