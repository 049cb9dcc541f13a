import { performance } from "node:perf_hooks";
import {
  activationSpec,
  catalog,
  type Dataset,
  ENGINE,
  runTrial,
  SPEC_DEFAULTS,
  type Timing,
  type TrialSpec,
  trialCost,
} from "@actbench/core/internal";
import { prepareEngine } from "@actbench/workers/engine";

const ROWS = 2048;
/** Of the warm-up, in which the engine translates the kernels, and of the training that is timed. */
const EPOCHS = { warm: 2, timed: 3 };

/** How fast one thread trains here. */
export interface Speed {
  readonly samples_per_s: number;
  /** Floating-point operations per second as `trialCost` counts them. */
  readonly flops_per_s: number;
  /** The same per second of processor time: what an idle machine would do. */
  readonly idle_flops_per_s: number;
}

/**
 * Trains 784-128-64-10 with relu on 2,048 made-up digits, a fraction of a second: a hint for
 * estimates, not a benchmark.
 */
export function measureSpeed(fma: boolean): Speed {
  prepareEngine();
  const data = noise();
  const spec = probeSpec(data, fma, EPOCHS.timed);
  const now = (): number => performance.now() / 1000;
  probe(probeSpec(data, fma, EPOCHS.warm), data, now);
  const before = process.cpuUsage();
  const { train_s, evaluate_s } = probe(spec, data, now);
  const { user, system } = process.cpuUsage(before);
  const cost = trialCost(spec, data);
  return {
    samples_per_s: (ROWS * EPOCHS.timed) / train_s,
    flops_per_s: cost / (train_s + evaluate_s),
    idle_flops_per_s: cost / ((user + system) / 1e6),
  };
}

function probe(spec: TrialSpec, data: Dataset, now: () => number): Timing {
  const record = runTrial(spec, data, { now });
  if (record.status !== "completed") throw new Error(`the speed probe ended as ${record.status}`);
  return record.timing;
}

/**
 * As dense as MNIST: about one byte in five is not 0. The numbers need to be neither random nor learnable.
 */
function noise(): Dataset {
  const inputs = 784;
  const rows = ROWS + 1;
  const features = new SharedArrayBuffer(rows * inputs);
  const bytes = new Uint8Array(features);
  for (let i = 0; i < bytes.length; i += 1 + (i % 9)) bytes[i] = 1 + ((i * 31) % 255);
  const labels = new SharedArrayBuffer(rows * 2);
  new Uint16Array(labels).forEach((_, i, all) => {
    all[i] = i % 10;
  });
  const shape = { kind: "u8", inputs, classes: 10, stride: inputs, trainRows: ROWS, testRows: 1 } as const;
  const density = bytes.filter((byte) => byte !== 0).length / bytes.length;
  return { name: "noise", hash: "0".repeat(64), ...shape, density, features, labels };
}

function probeSpec(data: Dataset, fma: boolean, epochs: number): TrialSpec {
  const [first] = catalog.filter(({ name }) => name === "relu");
  if (first === undefined) throw new Error("the catalog has no relu");
  const relu = activationSpec(first);
  return {
    engine: ENGINE,
    numerics: fma ? "fma" : "strict",
    study_seed: 0,
    seed: 0,
    dataset: {
      name: data.name,
      hash: data.hash,
      train: ROWS,
      validation: 0,
      test: 1,
      ...SPEC_DEFAULTS.dataset,
    },
    model: {
      ...SPEC_DEFAULTS.model,
      hidden: [128, 64],
      activation: [relu, relu],
    },
    train: {
      ...SPEC_DEFAULTS.train,
      epochs,
      lr: 0.01,
    },
    measure: { dead_units: false, every: "end", probe: "train" },
  };
}
