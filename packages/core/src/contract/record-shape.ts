import type { MetricUnit } from "../score/score-entry.js";
import { SCORES } from "../score/scores.js";
import {
  between,
  count,
  dictionary,
  exactly,
  list,
  nullable,
  number,
  object,
  objectOf,
  optional,
  pattern,
  refined,
  type Shape,
  share,
  size,
  text,
  truth,
  wholeFrom,
} from "../shape/shape.js";
import { ShapeError } from "../shape/shape-error.js";
import type {
  Completed,
  Diverged,
  EpochRecord,
  ErrorRecord,
  Failed,
  GradientProbe,
  LayerGradients,
  LayerUnits,
  OutOfMemory,
  ParamSpread,
  Phases,
  Pruned,
  Score,
  Spread,
  StepProbe,
  TimedOut,
  Timing,
  TrialRecord,
  TrialStatus,
  UnitDetails,
} from "./record.js";

/** A record without its curve, which may be long. */
export type RecordHead<R = TrialRecord> = R extends TrialRecord ? Omit<R, "curve"> : never;

/** A mean of numbers ≥ 0 whose last bit was rounded may lie below 0 by that bit. */
const loss = between(-1e-6, Number.POSITIVE_INFINITY, "a loss ≥ 0");
const digest = pattern(/^[0-9a-f]{32}$/, "a digest of 32 hexadecimal digits");

/** A score is absent if it was not requested, does not belong to the task, or is not finite. */
const score = object({
  ...Object.fromEntries(SCORES.map(({ name, unit }) => [name, optional(scoreShape(unit))])),
  target_rmse: optional(list(size)),
}) as Shape<Score>;

function scoreShape(unit: MetricUnit): Shape<number> {
  if (unit === "share") return share;
  return unit === "r2" || unit === "db" ? number : loss;
}

const spread = objectOf<Spread>({ mean: optional(number), std: optional(size) });

const layerFields = objectOf<LayerUnits>({
  units: count,
  dead: count,
  inactive: count,
  saturated: count,
  zero_fraction: share,
  dormant: optional(count),
  births: optional(count),
  deaths: optional(count),
  revivals: optional(count),
  born_dead: optional(count),
  born_late: optional(count),
  died: optional(count),
  revived: optional(count),
  longest_dead: optional(count),
  median_activation: optional(number),
  activity: optional(share),
  z: optional(spread),
  a: optional(spread),
  states: optional(pattern(/^[0-9a-f]*$/, "a hexadecimal digit for each unit")),
});

const layerUnits = refined(layerFields, (layer) => {
  const {
    units,
    dead,
    inactive,
    saturated,
    dormant = 0,
    births = 0,
    deaths = 0,
    revivals = 0,
    born_dead = 0,
    born_late = 0,
    died = 0,
    revived = 0,
    states,
  } = layer;
  // Compared one by one: a list of them for each layer of each epoch takes longer than all else here.
  if (
    dead > units ||
    inactive > units ||
    saturated > units ||
    dormant > units ||
    births > units ||
    deaths > units ||
    revivals > units ||
    born_dead > units ||
    died > units
  )
    throw new ShapeError(`a layer of ${units} units cannot have more of a kind`);
  if (born_late > born_dead)
    throw new ShapeError(`${born_late} of ${born_dead} units born dead`, "born_late");
  if (revived > died) throw new ShapeError(`${revived} of ${died} units that died`, "revived");
  if (states !== undefined && states.length !== units)
    throw new ShapeError(`${states.length} states of ${units} units`, "states");
});

const numbers = list(nullable(number));
const sizes = list(nullable(size));
const unitDetails = objectOf<UnitDetails>({
  max_slope: sizes,
  activity: list(nullable(share)),
  z_mean: numbers,
  z_variance: sizes,
  a_mean: numbers,
  a_variance: sizes,
  params: optional(dictionary(numbers)),
});

const layerGradients = objectOf<LayerGradients>({
  gradient_norm: size,
  weight_norm: size,
  update_ratio: optional(size),
  effective_rank: optional(size),
  params: optional(dictionary(objectOf<ParamSpread>({ mean: number, min: number, max: number }))),
});

/** A measured update. */
export const gradientProbeShape = objectOf<GradientProbe>({ step: count, layers: list(layerGradients) });

/** A probe of units between two epochs' ends. */
export const stepProbeShape = objectOf<StepProbe>({
  step: count,
  score,
  units: list(layerUnits),
  unit_details: optional(list(unitDetails)),
});

/** An epoch of a curve. */
export const epochShape = objectOf<EpochRecord>({
  epoch: count,
  step: count,
  running_loss: optional(loss),
  running_accuracy: optional(share),
  train: optional(score),
  validation: optional(score),
  test: optional(score),
  units: optional(list(layerUnits)),
  units_n: optional(count),
  unit_details: optional(list(unitDetails)),
  probes: optional(list(stepProbeShape)),
  gradients: optional(list(gradientProbeShape)),
  params: optional(list(dictionary(number))),
  train_s: size,
  digest: optional(digest),
});

/** A curve: epochs in their order. */
export const curveShape: Shape<readonly EpochRecord[]> = refined(list(epochShape), (curve) => {
  let before: EpochRecord | undefined;
  for (const [i, epoch] of curve.entries()) {
    if (before !== undefined && (epoch.epoch <= before.epoch || epoch.step < before.step))
      throw new ShapeError(
        `epoch ${epoch.epoch} at update ${epoch.step} does not follow epoch ${before.epoch} at update ${before.step}`,
        `[${i}]`,
      );
    before = epoch;
  }
});

const timing = objectOf<Timing>({
  startup_s: size,
  train_s: size,
  evaluate_s: size,
  samples_per_s: optional(size),
  phases: optional(objectOf<Phases>({ data_s: size, forward_s: size, backward_s: size, update_s: size })),
  cpu_s: optional(size),
});
const base = { id: text, retries: optional(count) };
const ran = { ...base, probe_n: optional(count), timing, peak_bytes: size };
const error = objectOf<ErrorRecord>({ code: text, message: text, stack: optional(text) });
/** A trial that diverged before its first epoch was over has none. */
const lastDigest = pattern(/^(?:[0-9a-f]{32})?$/, "a digest of 32 hexadecimal digits, or none");

const heads: { readonly [S in TrialStatus]: Shape<RecordHead> } = {
  completed: objectOf<Omit<Completed, "curve">>({
    status: exactly("completed"),
    ...ran,
    digest,
    weights: optional(text),
  }),
  diverged: objectOf<Omit<Diverged, "curve">>({
    status: exactly("diverged"),
    ...ran,
    step: count,
    layer: optional(wholeFrom(1)),
    last_finite_loss: optional(loss),
    digest: lastDigest,
  }),
  timed_out: objectOf<Omit<TimedOut, "curve">>({ status: exactly("timed_out"), ...base, after_s: size }),
  out_of_memory: objectOf<Omit<OutOfMemory, "curve">>({
    status: exactly("out_of_memory"),
    ...base,
    limit_bytes: size,
    needed_bytes: optional(size),
  }),
  failed: objectOf<Omit<Failed, "curve">>({ status: exactly("failed"), ...base, error }),
  pruned: objectOf<Omit<Pruned, "curve">>({
    status: exactly("pruned"),
    ...base,
    rung: wholeFrom(1),
    depended_on_machine: optional(truth),
    digest,
  }),
};

const withStatus = object({ status: text });

/** A record but for its curve, with the fields of its status. */
export const recordHeadShape: Shape<RecordHead> = (value) => {
  const { status } = withStatus(value);
  if (!Object.hasOwn(heads, status))
    throw new ShapeError(`${JSON.stringify(status.slice(0, 40))} is not a status of a trial`, "status");
  return heads[status as TrialStatus](value);
};

const withCurve = object({ curve: curveShape });

/**
 * A record, with the fields of its status: the one schema of all that come from a file, a page or an
 * executor.
 */
export const recordShape: Shape<TrialRecord> = (value) => {
  recordHeadShape(value);
  withCurve(value);
  return value as TrialRecord;
};
