import { activationSpec } from "../src/activation/activation-spec.js";
import { catalog } from "../src/activation/catalog/catalog.js";
import { exactFormulas } from "../src/activation/lowered-formulas.js";
import type { FormulaActivationSpec, Numerics, TrainSpec, TrialSpec } from "../src/contract/spec.js";
import type { Targets } from "../src/data/dataset.js";
import { activationRules } from "../src/network/activation-rules.js";
import type { LayerLayout } from "../src/network/layout.js";
import { Network } from "../src/network/network.js";
import { rowTargets } from "../src/network/row-targets.js";
import { writeLayer } from "../src/network/weights.js";
import { randomStream } from "../src/random/stream.js";
import { Oracle } from "./oracle.js";
import type { OracleLayer, Target } from "./oracle-gradients.js";
import { trialSpec } from "./trial-spec.js";

/** A small network to train in f32 by the engine and in f64 by the oracle. */
export interface OracleCase {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly classes: number;
  readonly batch: number;
  /** One name for all hidden layers, or one per layer. */
  readonly activation: string | readonly string[];
  /** How trained parameters are shared; as the catalog says where absent. */
  readonly per?: "layer" | "unit";
  /** Of maxout; as the catalog says where absent. */
  readonly pieces?: number;
  /** Weight decay of trained parameters; the network's where absent. */
  readonly decay?: number;
  /** Share of inputs that are drawn; the others are 0. */
  readonly density: number;
  /** The density that the network assumes, which selects the first layer's kernels. */
  readonly declaredDensity?: number;
  readonly kind?: "u8" | "f32";
  readonly numerics: Numerics;
  readonly train: Partial<TrainSpec>;
  readonly model?: Partial<TrialSpec["model"]>;
  readonly measure?: Partial<TrialSpec["measure"]>;
  /** What becomes of an input v (bytes: between 0 and 1): v · factor + shift. */
  readonly inputMap?: { readonly factor: number; readonly shift: number };
  readonly seed?: number;
}

/** Examples as the network sees them, and what its outputs are compared with. */
export interface OracleBatch {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly Target[];
}

/** A network and its oracle with the same weights. */
export interface OraclePair {
  readonly network: Network;
  readonly oracle: Oracle;
  readonly spec: TrialSpec;
  /** Draws a batch and loads it into the network. */
  batch(rows: number): OracleBatch;
  /** Draws examples and evaluates the network on them. */
  evaluated(rows: number): OracleBatch & { readonly loss: number; readonly correct: number };
}

export function oraclePair(c: OracleCase): OraclePair {
  const stream = randomStream(c.seed ?? 7, "network test");
  const names = typeof c.activation === "string" ? c.hidden.map(() => c.activation as string) : c.activation;
  const activations = names.map((name) => specOf(name, c));
  const spec = trialSpec({
    hidden: c.hidden,
    activation: activations,
    numerics: c.numerics,
    train: { batch_size: c.batch, ...c.train },
    ...(c.model ? { model: c.model } : {}),
    ...(c.measure ? { measure: c.measure } : {}),
  });
  const kind = c.kind ?? "u8";
  const isRegression = spec.train.target === "numbers";
  const stride = Math.ceil(c.inputs / 4) * (kind === "u8" ? 4 : 16);
  const data = {
    kind,
    inputs: c.inputs,
    classes: c.classes,
    stride,
    density: c.declaredDensity ?? c.density,
    ...(isRegression ? { targets: { names: Array.from({ length: c.classes }, (_, j) => `t${j}`) } } : {}),
  };
  const inputMap = { divisor: kind === "u8" ? 255 : 1, ...(c.inputMap ?? { factor: 1, shift: 0 }) };
  const network = new Network({
    spec,
    data,
    inputMap,
    rules: activations.map((one) => activationRules(one)),
  });
  const layers = network.layout.layers.map((layer, l) =>
    sameLayer(network, layer, stream, {
      activation: activations[l],
      normalization: spec.model.normalization,
    }),
  );
  network.derive();
  const oracle = new Oracle(layers, spec.train, spec.model.normalization);

  const draw = (rows: number) => {
    const buffer = new ArrayBuffer(stride * rows);
    const [bytes, floats] = [new Uint8Array(buffer), new Float32Array(buffer)];
    const labels = Uint16Array.from({ length: rows }, () => stream.below(c.classes));
    const inputs = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: c.inputs }, (_, i) => {
        if (stream.uniform() >= c.density) return inputMap.shift;
        const byte = stream.below(256);
        if (kind === "u8") bytes[row * stride + i] = byte;
        else floats[(row * stride) / 4 + i] = byte / 128 - 1;
        return (kind === "u8" ? byte / 255 : byte / 128 - 1) * inputMap.factor + inputMap.shift;
      }),
    );
    // Exact in f32, as the network learns them.
    const numbers = Array.from(labels, (label) =>
      Array.from({ length: c.classes }, (_, j) => ((label + 3 * j) % 5) / 2 - 1),
    );
    const targets = isRegression ? numbers : spec.train.target === "input" ? inputs : [...labels];
    const source = {
      words: new Int32Array(buffer),
      labels,
      stride,
      ...(isRegression ? { targets: rowTargets(inUnits(numbers)) } : {}),
    };
    return { source, inputs, targets, order: Uint32Array.from({ length: rows }, (_, row) => row) };
  };
  return {
    network,
    oracle,
    spec,
    batch: (rows) => {
      const { source, order, ...drawn } = draw(rows);
      network.load(source, order, 0, rows);
      return drawn;
    },
    evaluated: (rows) => {
      const { source, order, ...drawn } = draw(rows);
      return { ...drawn, ...network.evaluate(source, order) };
    },
  };
}

/** Numbers whose unit is that of the network. */
function inUnits(numbers: readonly (readonly number[])[]): Targets {
  const names = (numbers[0] ?? []).map((_, j) => `t${j}`);
  const values = Float64Array.from(numbers.flat()).buffer;
  return { names, values, offset: names.map(() => 0), scale: names.map(() => 1) };
}

/** Specs by what they were made of, so that each one's slopes are derived once. */
const specs = new Map<string, FormulaActivationSpec>();

function specOf(name: string, { per, decay, pieces }: OracleCase): FormulaActivationSpec {
  const key = JSON.stringify([name, per, decay, pieces]);
  const activation = catalog.find((entry) => entry.name === name);
  if (!activation) throw new Error(`no ${name}`);
  const spec =
    specs.get(key) ??
    activationSpec(activation, {
      ...(pieces === undefined ? {} : { params: { pieces } }),
      ...(per === undefined ? {} : { per }),
      ...(decay === undefined ? {} : { weight_decay: decay }),
    });
  specs.set(key, spec);
  return spec;
}

/** Draws a layer's weights, writes them into the network and gives the oracle's copy. */
function sameLayer(
  network: Network,
  layer: LayerLayout,
  stream: { uniform(): number },
  {
    activation,
    normalization,
  }: {
    readonly activation: FormulaActivationSpec | undefined;
    readonly normalization: TrialSpec["model"]["normalization"];
  },
): OracleLayer {
  const draw = (): number => Math.fround(((stream.uniform() - 0.5) * 2.5) / Math.sqrt(layer.inputs));
  const weights = Array.from({ length: layer.units * layer.pieces }, () =>
    Array.from({ length: layer.inputs }, draw),
  );
  const bias = 0.05;
  const biases = new Float64Array(weights.length).fill(bias);
  writeLayer(network, layer, Float64Array.from(weights.flat()), biases);
  const params = (layer.formulas?.trained ?? []).map(({ name, per }, q) => {
    const value = activation?.params.find((param) => param.name === name)?.value ?? 0;
    const at = layer.params / 4 + q * layer.paddedUnits;
    network.f32.fill(value, at, at + layer.paddedUnits);
    return [name, new Array<number>(per === "unit" ? layer.units : 1).fill(value)] as const;
  });
  return {
    weights,
    bias: weights.map(() => Math.fround(bias)),
    params: Object.fromEntries(params),
    decays: Object.fromEntries(
      (activation?.params ?? []).flatMap(({ name, weight_decay }) =>
        weight_decay === undefined ? [] : [[name, weight_decay]],
      ),
    ),
    pieces: layer.pieces,
    ...(layer.norm ? { gamma: weights.map(() => 1), beta: weights.map(() => 0) } : {}),
    ...(layer.norm && normalization === "batch"
      ? { running: { mean: weights.map(() => 0), variance: weights.map(() => 1) } }
      : {}),
    ...(activation ? { tree: exactFormulas(activation).value } : {}),
  };
}
