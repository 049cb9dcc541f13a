import {
  type ActivationSpec,
  type Claim,
  type EpochRecord,
  type PointSpec,
  randomStream,
  SPEC_DEFAULTS,
  type SpeedLane,
  type StudyPoint,
  type StudyRecord,
  sha256Hex,
  type TrialRecord,
  trialId,
} from "@actbench/core/internal";
import { quickstartActivations } from "./synthetic-activations.js";
import { curveOf, outcomeOf } from "./synthetic-curve.js";
import { syntheticSpeed } from "./synthetic-speed.js";

/** A made-up run, with the shape and the troubles of a real one. */
export interface SyntheticOptions {
  readonly activations?: readonly ActivationSpec[];
  readonly inits?: readonly ("xavier_uniform" | "he_normal")[];
  readonly lrs?: readonly number[];
  readonly seeds?: number;
  readonly epochs?: number;
  readonly validation?: number;
  /** Adds one failed, one timed out, one out of memory, one pruned and one missing trial. */
  readonly faults?: "some" | "none";
  readonly name?: string;
  /** With one measured update an epoch. */
  readonly gradients?: boolean;
  /** With what happened to units. */
  readonly turnover?: boolean;
}

/** As long as a digest of weights. */
const digestOf = (text: string): string => sha256Hex(text).slice(0, 32);

const DATA_HASH = sha256Hex("synthetic digits");
const CLASS_COUNTS = [1974, 2240, 1990, 2044, 1948, 1804, 1972, 2086, 1950, 1992];

function pointSpec(
  activation: ActivationSpec,
  init: "xavier_uniform" | "he_normal",
  lr: number,
  epochs: number,
  validation: number,
): PointSpec {
  return {
    engine: 1,
    numerics: "fma",
    study_seed: 0,
    dataset: {
      name: "mnist",
      hash: DATA_HASH,
      train: 20000,
      validation,
      test: 10000,
      ...SPEC_DEFAULTS.dataset,
    },
    model: {
      ...SPEC_DEFAULTS.model,
      hidden: [128, 64],
      activation: [activation, activation],
      init,
    },
    train: {
      ...SPEC_DEFAULTS.train,
      epochs,
      lr,
    },
    measure: SPEC_DEFAULTS.measure,
  };
}

function measuredSpec(spec: PointSpec, { gradients, turnover }: SyntheticOptions): PointSpec {
  return {
    ...spec,
    measure: { ...spec.measure, ...(gradients ? { gradients } : {}), ...(turnover ? { turnover } : {}) },
  };
}

/** A trial of a made-up run. */
export interface SyntheticTrial {
  readonly id: string;
  readonly spec: PointSpec;
  readonly point: number;
  readonly seed: number;
}

/** What a made-up trial comes to. */
export function syntheticRecord({ id, spec, point, seed }: SyntheticTrial): TrialRecord {
  const stream = randomStream(seed, "synthetic", point);
  const name = spec.model.activation[0]?.name ?? "";
  const outcome = outcomeOf(name, spec.train.lr);
  const curve = curveOf(spec, outcome, stream);
  const seconds = curve.reduce((total, { train_s }) => total + train_s, 0);
  const ran = {
    id,
    probe_n: spec.dataset.train,
    timing: {
      startup_s: 0.006 + 0.002 * stream.uniform(),
      train_s: seconds,
      evaluate_s: seconds / 5,
      samples_per_s: (spec.dataset.train * spec.train.epochs) / Math.max(seconds, 0.001),
      phases: {
        data_s: 0.1 * seconds,
        forward_s: 0.4 * seconds,
        backward_s: 0.5 * seconds,
        update_s: 0,
      },
      cpu_s: 1.3 * seconds,
    },
    peak_bytes: 9_437_184,
    digest: digestOf(`${id} ${seed}`),
  };
  // With the Xavier draw of seed 0 prelu survives: a point with some diverged seeds.
  if (outcome === "diverges" && !(seed === 0 && spec.model.init === "xavier_uniform"))
    return {
      status: "diverged",
      ...ran,
      curve: curve.slice(0, 1 + (seed % 2)),
      step: 12 + 313 * (seed % 2),
      layer: 1,
      last_finite_loss: 7.4,
    };
  return { status: "completed", ...ran, curve };
}

const OUTCOMES: readonly ((id: string, curve: readonly EpochRecord[]) => TrialRecord)[] = [
  (id, curve) => ({
    status: "failed",
    id,
    curve: curve.slice(0, 2),
    retries: 2,
    error: {
      code: "worker_exited",
      message: "the worker exited with code 1 while it ran this trial",
      stack: "Error: exited\n    at Worker.onExit (thread.js:10:5)",
    },
  }),
  (id) => ({ status: "timed_out", id, curve: [], after_s: 120 }),
  (id) => ({ status: "out_of_memory", id, curve: [], limit_bytes: 2 ** 31, needed_bytes: 3 * 2 ** 31 }),
  (id, curve) => ({ status: "pruned", id, curve: curve.slice(0, 3), rung: 1, digest: digestOf(id) }),
];

/** Makes a study and its records; the same options make the same run. */
export function syntheticRun(options: SyntheticOptions = {}): {
  study: StudyRecord;
  records: readonly TrialRecord[];
  speed: SpeedLane;
} {
  const activations = options.activations ?? quickstartActivations;
  const {
    inits = ["xavier_uniform", "he_normal"],
    lrs = [0.1, 0.8],
    epochs = 5,
    validation = 5000,
  } = options;
  const seeds = Array.from({ length: options.seeds ?? 3 }, (_, seed) => seed);
  const points = activations
    .flatMap((activation) => inits.flatMap((init) => lrs.map((lr) => ({ activation, init, lr }))))
    .map(
      ({ activation, init, lr }, point): StudyPoint => ({
        point,
        label: `${activation.label} · ${init} · lr ${lr}`,
        settings: { activation: activation.label, "model.init": init, "train.lr": lr },
        spec: measuredSpec(pointSpec(activation, init, lr, epochs, validation), options),
      }),
    );
  const all = points.flatMap(({ point, spec }) =>
    seeds.map((seed): SyntheticTrial => ({ id: trialId({ ...spec, seed }), point, spec, seed })),
  );
  const plan = all.map(({ id, point, seed }, i) => ({ trial: i + 1, id, point, seed }));
  let records = all.map(syntheticRecord);
  if (options.faults !== "none" && records.length > 80)
    records = records.flatMap((record, i) =>
      i === 77 ? [] : (OUTCOMES[i - 72]?.(record.id, record.curve) ?? record),
    );
  const study: StudyRecord = {
    format: 1,
    name: options.name ?? "quickstart",
    hash: sha256Hex(`synthetic ${plan.map(({ id }) => id).join()}`),
    revision: 1,
    created: "2026-03-14T15:09:26.000Z",
    version: "0.1.0",
    study_seed: 0,
    method: "grid",
    metric: { name: validation === 0 ? "test_accuracy" : "validation_accuracy", goal: "maximize" },
    axes: [
      { name: "activation", values: activations.map(({ label }) => label) },
      { name: "model.init", values: inits },
      { name: "train.lr", values: lrs },
    ],
    points,
    seeds,
    plan,
    baseline: { activation: activations[0]?.label ?? "" },
    stats: { confidence: 0.95, correction: "holm", equivalent_within: 0.005, target_accuracy: 0.9 },
    claims: claimsOf(activations),
    activations,
    data: [
      {
        name: "mnist",
        hash: DATA_HASH,
        description: "Handwritten digits, 28 × 28 gray values, centred by mass.",
        source: "LeCun, Cortes and Burges: The MNIST database of handwritten digits",
        license: "CC BY-SA 3.0",
        inputs: 784,
        classes: 10,
        train_rows: 60000,
        test_rows: 10000,
        class_counts: CLASS_COUNTS.map((count) => count * 3),
        density: 0.191,
        image: [28, 28],
        samples: CLASS_COUNTS.map((_, label) => ({ label, bytes: digitPicture(label) })),
      },
    ],
    machine: {
      cpu: "Example CPU 9000 8-Core Processor",
      cores: 2,
      memory_bytes: 8 * 2 ** 30,
      os: "linux 6.1",
      arch: "x64",
      node: "24.1.0",
      v8: "13.6.233.8",
      fma: true,
    },
    workers: 2,
    config:
      "version: 1\nname: quickstart\ndataset: { name: mnist, train: 20000, validation: 5000 }\nmodel: { hidden: [128, 64] }\n",
  };
  return { study, records, speed: syntheticSpeed(study) };
}

/** One claim of each kind about the first two activations, none where there are fewer. */
function claimsOf([first, second]: readonly ActivationSpec[]): readonly Claim[] {
  if (first === undefined || second === undefined) return [];
  const compare = { activation: [second.label, first.label] } as const;
  return [
    { id: "second-is-better", compare, metric: "validation_accuracy", at: "best", expect: "better" },
    { id: "as-many-inactive", compare, metric: "inactive_rate", at: "equal", expect: "equivalent" },
    {
      id: "none-dead",
      where: { activation: second.label },
      metric: "dead_rate",
      at: "equal",
      expect: "< 0.01",
    },
  ];
}

/** A ring with as many notches as the label says: something to look at, 28 × 28. */
function digitPicture(label: number): string {
  const bytes = Uint8Array.from({ length: 784 }, (_, i) => {
    const [x, y] = [(i % 28) - 13.5, Math.floor(i / 28) - 13.5];
    const radius = Math.hypot(x, y) + 2 * Math.sin((label + 1) * Math.atan2(y, x));
    return Math.max(0, Math.round(255 - 60 * Math.abs(radius - 8)));
  });
  return Buffer.from(bytes).toString("base64");
}
