import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { catalog } from "../src/activation/catalog/catalog.js";
import { exactFormulas } from "../src/activation/lowered-formulas.js";
import { panelOffset } from "../src/kernels/panels.js";
import { activationRules } from "../src/network/activation-rules.js";
import type { LayerLayout } from "../src/network/layout.js";
import { Network } from "../src/network/network.js";
import { weightDigest, weightPositions, writeLayer } from "../src/network/weights.js";
import { randomStream } from "../src/random/stream.js";
import { type Numerics, OPTIMIZERS, type TrainSpec, type TrialSpec } from "../src/trial/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { type Chance, Oracle, type OracleLayer } from "./oracle.js";
import { trialSpec } from "./trial-spec.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

interface Case {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly classes: number;
  readonly batch: number;
  readonly activation: string;
  readonly trainable?: boolean;
  readonly density: number;
  readonly numerics: Numerics;
  readonly train: Partial<TrainSpec>;
  readonly model?: Partial<TrialSpec["model"]>;
  /** What becomes of an input v between 0 and 1: v · factor + shift. */
  readonly inputMap?: { readonly factor: number; readonly shift: number };
}

/** A network and its f64 oracle with the same weights, and batches to train both on. */
function pair(c: Case, declaredDensity = c.density) {
  const stream = randomStream(7, "network test");
  const activation = catalog.find(({ name }) => name === c.activation);
  if (!activation) throw new Error(`no ${c.activation}`);
  const own = activationSpec(activation);
  const spec = trialSpec({
    hidden: c.hidden,
    activation: own,
    numerics: c.numerics,
    train: { batch_size: c.batch, ...c.train },
    ...(c.model ? { model: c.model } : {}),
  });
  const stride = Math.ceil(c.inputs / 4) * 4;
  const data = {
    kind: "u8",
    inputs: c.inputs,
    classes: c.classes,
    stride,
    density: declaredDensity,
  } as const;
  const inputMap = { divisor: 255, ...(c.inputMap ?? { factor: 1, shift: 0 }) };
  const network = new Network({ spec, data, inputMap, rules: c.hidden.map(() => activationRules(own)) });
  const value = exactFormulas(own).value;
  const layers = network.layout.layers.map((layer): OracleLayer => {
    const draw = (): number => Math.fround(((stream.uniform() - 0.5) * 2.5) / Math.sqrt(layer.inputs));
    const weights = Array.from({ length: layer.units * layer.pieces }, () =>
      Array.from({ length: layer.inputs }, draw),
    );
    const bias = 0.05;
    writeLayer(
      network,
      layer,
      Float64Array.from(weights.flat()),
      new Float64Array(weights.length).fill(bias),
    );
    const trained = layer.formulas?.trained ?? [];
    const params = Object.fromEntries(
      trained.map(({ name }) => [name, own.params.find((p) => p.name === name)?.value ?? 0]),
    );
    trained.forEach(({ name }, q) => {
      network.f32.fill(
        params[name] ?? 0,
        layer.params / 4 + q * layer.paddedUnits,
        layer.params / 4 + (q + 1) * layer.paddedUnits,
      );
    });
    return {
      weights,
      bias: weights.map(() => Math.fround(bias)),
      params,
      pieces: layer.pieces,
      ...(layer.norm ? { gamma: weights.map(() => 1), beta: weights.map(() => 0) } : {}),
      ...(layer.formulas ? { tree: value } : {}),
    };
  });
  network.derive();
  const oracle = new Oracle(layers, spec.train, spec.model.normalization);
  const bytes = new Uint8Array(stride * c.batch);
  const labels = new Uint16Array(c.batch);
  const batch = (rows: number): { inputs: number[][]; labels: number[] } => {
    bytes.fill(0);
    for (let row = 0; row < rows; row++) {
      labels[row] = stream.below(c.classes);
      for (let i = 0; i < c.inputs; i++)
        bytes[row * stride + i] = stream.uniform() < c.density ? stream.below(256) : 0;
    }
    const order = Uint32Array.from({ length: rows }, (_, row) => row);
    network.load({ words: new Int32Array(bytes.buffer), labels, stride }, order, 0, rows);
    return {
      inputs: Array.from({ length: rows }, (_, row) =>
        Array.from(
          { length: c.inputs },
          (_, i) => ((bytes[row * stride + i] ?? 0) / 255) * inputMap.factor + inputMap.shift,
        ),
      ),
      labels: [...labels.subarray(0, rows)],
    };
  };
  return { network, oracle, batch, spec };
}

function setHyper(network: Network, train: TrainSpec, step: number): void {
  network.setHyper("minus_rate", -train.lr);
  network.setHyper("minus_step_size", -train.lr / (1 - train.beta1 ** step));
  network.setHyper("root_correction", 1 / Math.sqrt(1 - train.beta2 ** step));
  network.setHyper("decay", 1 - train.lr * train.weight_decay);
}

/** Largest distance between the network's weights and the oracle's, relative to the largest weight moved. */
function distance(network: Network, oracle: Oracle): number {
  let worst = 0;
  network.layout.layers.forEach((layer, l) => {
    const truth = oracle.layers[l] as OracleLayer;
    const column = (row: number): number =>
      Math.floor(row / layer.units) * layer.paddedUnits + (row % layer.units);
    truth.weights.forEach((row, u) => {
      row.forEach((want, i) => {
        worst = Math.max(
          worst,
          Math.abs(
            (network.f32[(layer.weights + panelOffset(layer.panels, i, column(u))) / 4] as number) - want,
          ),
        );
      });
      worst = Math.max(
        worst,
        Math.abs((network.f32[layer.bias / 4 + column(u)] as number) - (truth.bias[u] as number)),
      );
    });
    for (const name of ["gamma", "beta"] as const)
      truth[name]?.forEach((want, u) => {
        const at = layer.norm?.[name] ?? Number.NaN;
        worst = Math.max(worst, Math.abs((network.f32[at / 4 + column(u)] as number) - want));
      });
    (layer.formulas?.trained ?? []).forEach(({ name }, q) => {
      worst = Math.max(
        worst,
        Math.abs(
          (network.f32[layer.params / 4 + q * layer.paddedUnits] as number) - (truth.params[name] as number),
        ),
      );
    });
  });
  return worst;
}

/** The draws of the network's last batch, as the oracle wants them. */
function chanceOf(network: Network, { dropout, alpha_dropout }: TrialSpec["model"]): Chance {
  const drawOf =
    (from: "noise" | "drop") =>
    (example: number, layer: number, unit: number): number => {
      const own = network.layout.layers[layer] as LayerLayout;
      return own[from] === 0
        ? 0.5
        : (network.f32[(own[from] + example * own.strideDraws) / 4 + unit] as number);
    };
  const drop = drawOf("drop");
  // Klambauer et al. 2017: dropped outputs become -lambda·alpha, then an affine map restores mean and variance.
  const limit = -1.7580993408473766;
  const a = 1 / Math.sqrt((1 - alpha_dropout) * (1 + alpha_dropout * limit ** 2));
  return {
    noise: drawOf("noise"),
    output: (...at) => {
      if (dropout > 0) return { scale: drop(...at) >= dropout ? 1 / (1 - dropout) : 0, shift: 0 };
      if (alpha_dropout === 0) return { scale: 1, shift: 0 };
      const shift = -a * alpha_dropout * limit;
      return drop(...at) >= alpha_dropout ? { scale: a, shift } : { scale: 0, shift: a * limit + shift };
    },
  };
}

/** Inputs as the network's last batch dropped them. */
function droppedInputs(
  { layout, f32 }: Network,
  { model }: TrialSpec,
  inputs: readonly number[][],
): readonly number[][] {
  const share = model.input_dropout;
  if (share === 0) return inputs;
  return inputs.map((row, r) => {
    const draws = (layout.inputDraws + r * layout.strideInputDraws) / 4;
    return row.map((value, i) => ((f32[draws + i] as number) >= share ? value / (1 - share) : 0));
  });
}

function compare(c: Case, batches: readonly number[]): number {
  const { network, oracle, batch, spec } = pair(c);
  batches.forEach((rows, index) => {
    const { inputs, labels } = batch(rows);
    setHyper(network, spec.train, index + 1);
    network.setStep(index);
    const loss = network.step(rows);
    const want = oracle.step(droppedInputs(network, spec, inputs), labels, chanceOf(network, spec.model));
    // f32 rounding of a short sum of losses.
    expect(Math.abs(loss - want) / want).toBeLessThan(2e-5);
  });
  return distance(network, oracle);
}

/** Rounding of a few f32 steps with weights of order 1; a wrong gradient is off by 1e-3 and more. */
const TOLERANCE = 5e-6;

/** A normalized layer divides by small deviations of a batch of five, which magnifies rounding. */
const NORMALIZED_TOLERANCE = 1e-4;

describe.each(profiles)("a network in the %s profile", (numerics) => {
  const base = { inputs: 9, hidden: [7, 5], classes: 3, batch: 8, numerics, train: { lr: 0.3 } };

  it.each(catalog.map(({ name }) => name))(
    "trains %s as the f64 oracle does, on sparse and on dense inputs",
    (activation) => {
      expect(compare({ ...base, activation, density: 0.3 }, [8, 8, 3])).toBeLessThan(TOLERANCE);
      expect(compare({ ...base, activation, density: 0.9 }, [8, 8, 3])).toBeLessThan(TOLERANCE);
    },
  );

  it.each(OPTIMIZERS)("updates by %s as the f64 oracle does, with weight decay", (optimizer) => {
    // Adam and rmsprop divide by small roots: rounding of a gradient near 0 moves a weight by up to lr.
    const tolerance =
      optimizer === "sgd" || optimizer === "momentum" || optimizer === "nesterov" ? TOLERANCE : 2e-4;
    const train = { optimizer, lr: 0.01, momentum: 0.9, weight_decay: 0.01 };
    for (const density of [0.3, 0.9])
      expect(compare({ ...base, activation: "prelu", density, train }, [8, 8, 5, 8])).toBeLessThan(tolerance);
  });

  it("minimises the mean squared error as the f64 oracle does", () => {
    const train = { lr: 0.3, loss: "mse" } as const;
    for (const classes of [1, 3, 5])
      for (const activation of ["tanh", "prelu"])
        expect(compare({ ...base, classes, activation, density: 0.3, train }, [8, 8, 3])).toBeLessThan(
          TOLERANCE,
        );
  });

  it.each([
    { inputs: 9, hidden: [7, 5] },
    // The first layer on its lists has other panels than the second, of the same size.
    { inputs: 16, hidden: [16, 16] },
    { inputs: 5, hidden: [12, 3, 20] },
  ])("keeps units' incoming weights within max_norm as the f64 oracle does: $inputs, $hidden", (shape) => {
    for (const max_norm of [0.2, 0.7])
      for (const density of [0.3, 0.9]) {
        const c = { ...base, ...shape, activation: "glu", density, train: { lr: 0.3, max_norm } };
        expect(compare(c, [8, 8, 3])).toBeLessThan(TOLERANCE);
      }
  });

  // Dense inputs: an example of zeros gives a row without variance, whose rounding a layer norm magnifies.
  it.each(["batch", "layer"] as const)("normalizes by %s as the f64 oracle does", (normalization) => {
    for (const activation of ["relu", "prelu", "glu"])
      for (const hidden of [
        [7, 5],
        [8, 12],
      ])
        for (const train of [
          { lr: 0.1 },
          { lr: 0.1, clip_norm: 0.5, momentum: 0.9, optimizer: "momentum" } as const,
        ])
          expect(
            compare(
              { ...base, hidden, activation, density: 0.9, train, model: { normalization } },
              [8, 8, 5],
            ),
          ).toBeLessThan(NORMALIZED_TOLERANCE);
  });

  it.each(["sgd", "adam"] as const)("clips the gradient's norm as the f64 oracle does: %s", (optimizer) => {
    for (const density of [0.3, 0.9])
      for (const clip_norm of [0.05, 100]) {
        const train = { optimizer, lr: optimizer === "adam" ? 0.01 : 0.3, clip_norm };
        expect(compare({ ...base, activation: "prelu", density, train }, [8, 8, 3])).toBeLessThan(
          optimizer === "adam" ? 2e-4 : TOLERANCE,
        );
      }
  });

  it.each([{ dropout: 0.5 }, { alpha_dropout: 0.25 }])(
    "drops outputs as the f64 oracle does: %j",
    (model) => {
      for (const activation of ["selu", "prelu", "glu"])
        expect(compare({ ...base, activation, density: 0.3, model }, [8, 8, 3])).toBeLessThan(TOLERANCE);
    },
  );

  it.each([
    { inputs: 1, hidden: [1], classes: 2, batch: 1 },
    { inputs: 4, hidden: [4, 4], classes: 4, batch: 4 },
    { inputs: 17, hidden: [8, 12, 16], classes: 10, batch: 13 },
    { inputs: 33, hidden: [20], classes: 5, batch: 7 },
    { inputs: 50, hidden: [33, 18], classes: 11, batch: 17 },
    { inputs: 6, hidden: [], classes: 3, batch: 5 },
  ])("has right edges: $inputs inputs, hidden $hidden, $classes classes, batch $batch", (shape) => {
    const batches = [shape.batch, Math.max(1, shape.batch - 1), shape.batch];
    for (const density of [0.3, 0.9])
      expect(compare({ ...base, ...shape, activation: "tanh", density }, batches)).toBeLessThan(TOLERANCE);
  });

  it.each([
    { inputs: 9, hidden: [7, 5], batch: 8 },
    { inputs: 50, hidden: [33, 18], batch: 17 },
    { inputs: 6, hidden: [], batch: 5 },
  ])("corrects shifted inputs on lists of non-zero ones: $inputs inputs, hidden $hidden", (shape) => {
    const inputMap = { factor: 3.25, shift: -0.5 };
    for (const optimizer of ["sgd", "momentum"] as const) {
      const c = { ...base, ...shape, activation: "tanh", train: { optimizer, lr: 0.1 }, inputMap };
      for (const density of [0.1, 0.3])
        expect(compare({ ...c, density }, [shape.batch, 3, shape.batch])).toBeLessThan(TOLERANCE);
      expect(pair({ ...c, density: 0.3 }).network.layout.sparse).toBeDefined();
    }
  });

  it("drops inputs as the f64 oracle does, shifted ones too", () => {
    const c = { ...base, inputs: 21, activation: "tanh", model: { input_dropout: 0.4 } };
    for (const density of [0.3, 0.9])
      for (const shift of [0, 0.5])
        expect(compare({ ...c, density, inputMap: { factor: 1, shift } }, [8, 8, 3])).toBeLessThan(TOLERANCE);
  });

  it("takes the dense matrix where shifted inputs may be dropped", () => {
    const c = { ...base, activation: "relu", density: 0.3, inputMap: { factor: 1, shift: 1 } };
    expect(pair({ ...c, model: { input_dropout: 0.2 } }).network.layout.sparse).toBeUndefined();
  });

  it("gives the same bits on lists of non-zero inputs as on the dense matrix", () => {
    const c = { ...base, inputs: 40, hidden: [21, 9], batch: 13, activation: "elu", density: 0.3 };
    // The declared density picks the kernels; the inputs are drawn at `density` either way.
    const [sparse, dense] = [0.3, 0.9].map((declared) => {
      const { network, batch, spec } = pair(c, declared);
      for (let step = 1; step <= 3; step++) {
        batch(step === 3 ? 6 : 13);
        setHyper(network, spec.train, step);
        network.step(step === 3 ? 6 : 13);
      }
      expect(network.layout.sparse !== undefined).toBe(declared < 0.4);
      return weightDigest(network, weightPositions(network));
    });
    expect(sparse).toMatch(/^[0-9a-f]{32}$/);
    expect(sparse).toBe(dense);
  });
});
