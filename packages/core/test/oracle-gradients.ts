import type { ModelSpec, TrainSpec } from "../src/contract/spec.js";
import type { Expr } from "../src/formula/expr.js";
import { add, apply, constant, dot, exp, log, mul, type Scalar } from "./scalar-graph.js";

/** One dense layer in f64: `weights[unit][input]`, and its activation where it is a hidden one. */
export interface OracleLayer {
  weights: number[][];
  bias: number[];
  readonly tree?: Expr;
  /** Pre-activations per unit: row piece · units + unit of `weights` is x_{piece + 1} of that unit. */
  readonly pieces?: number;
  /** Trained parameters: one value each, shared by the layer, or one per unit. */
  params: Record<string, number[]>;
  /** Weight decay of its parameters, of those that have their own. */
  decays?: Record<string, number>;
  /** Scale and shift of a normalized layer, as long as `bias`. */
  gamma?: number[];
  beta?: number[];
  /** Running statistics of batch normalization, as long as `bias`. */
  running?: { mean: number[]; variance: number[] };
}

/** What chance does to one batch, read from the network under test. */
export interface Chance {
  /** The uniform draw behind `noise`. */
  noise?(example: number, layer: number, unit: number): number;
  /** A dropped output o becomes o · scale + shift. */
  output?(example: number, layer: number, unit: number): { readonly scale: number; readonly shift: number };
  /** A factor near 1 for each product of a layer, forward and backward: what rounding may do to it. */
  rounding?(): number;
}

export interface ForwardOptions {
  readonly chance?: Chance;
  readonly loss?: TrainSpec["loss"];
  /** Of huber. */
  readonly delta?: number;
  readonly normalization?: ModelSpec["normalization"];
  /** Evaluation takes running statistics where there are some. */
  readonly mode?: "train" | "evaluate";
}

/** What outputs are compared with: a class, or a number for each output. */
export type Target = number | readonly number[];

type Nodes = ReturnType<typeof nodesOf>;

function nodesOf(layer: OracleLayer) {
  return {
    weights: layer.weights.map((row) => row.map(constant)),
    bias: layer.bias.map(constant),
    params: Object.fromEntries(
      Object.entries(layer.params).map(([name, values]) => [name, values.map(constant)]),
    ),
    gamma: (layer.gamma ?? []).map(constant),
    beta: (layer.beta ?? []).map(constant),
  };
}

/** Losses of examples one by one, and outputs; `preactivations` of every layer before normalization. */
export function forward(
  layers: readonly OracleLayer[],
  inputs: readonly (readonly number[])[],
  targets: readonly Target[],
  options: ForwardOptions = {},
) {
  const { chance = {}, loss = "cross_entropy", delta = 1 } = options;
  const { normalization = "none", mode = "train" } = options;
  const { rounding } = chance;
  const sumOf = (bias: Scalar, weights: readonly Scalar[], a: readonly Scalar[]): Scalar => {
    if (rounding === undefined) return dot(bias, weights, a);
    const rounded = (term: Scalar): Scalar => mul(term, constant(rounding()));
    return weights.reduce((sum, w, i) => add(sum, rounded(mul(w, a[i] as Scalar))), rounded(bias));
  };
  const nodes = layers.map(nodesOf);
  const preactivations: number[][][] = [];
  let batch = inputs.map((input) => input.map(constant));
  layers.forEach((layer, l) => {
    const node = nodes[l] as Nodes;
    const raw = batch.map((a) => node.weights.map((row, unit) => sumOf(node.bias[unit] as Scalar, row, a)));
    preactivations.push(raw.map((row) => row.map(({ value }) => value)));
    const { tree } = layer;
    if (tree === undefined) {
      batch = raw;
      return;
    }
    const running = mode === "evaluate" ? layer.running : undefined;
    const hat = running ? byRunning(raw, running) : normalized(raw, normalization);
    batch = hat.map((row, example) => {
      const z =
        normalization === "none"
          ? row
          : row.map((h, unit) => add(mul(h, node.gamma[unit] as Scalar), node.beta[unit] as Scalar));
      return activated(layer, node, z, (unit) => ({
        noise: chance.noise?.(example, l, unit) ?? 0.5,
        ...(chance.output?.(example, l, unit) ?? { scale: 1, shift: 0 }),
      }));
    });
  });
  const lossOf = LOSSES[loss];
  const losses = batch.map((outputs, example) => lossOf(outputs, targets[example] as Target, delta));
  return { losses, nodes, preactivations, outputs: batch.map((row) => row.map(({ value }) => value)) };
}

/** Summed loss of a batch, and the gradient of its mean by every number of the network. */
export function gradients(
  layers: readonly OracleLayer[],
  inputs: readonly (readonly number[])[],
  targets: readonly Target[],
  options: ForwardOptions = {},
) {
  const { losses, ...rest } = forward(layers, inputs, targets, options);
  const loss = losses.reduce(add);
  mul(loss, constant(1 / inputs.length)).backward();
  return { loss: loss.value, ...rest };
}

/** A layer's outputs for one example. */
function activated(
  { tree = 0, pieces = 1 }: OracleLayer,
  node: Nodes,
  z: readonly Scalar[],
  chanceOf: (unit: number) => { readonly noise: number; readonly scale: number; readonly shift: number },
): Scalar[] {
  const units = z.length / pieces;
  const params = Object.entries(node.params).map(([name, values]) => [`$${name}`, values] as const);
  const ones = Array.from({ length: pieces }, (_, j) => `x${j + 1}`);
  return Array.from({ length: units }, (_, unit) => {
    const { noise, scale, shift } = chanceOf(unit);
    const variables: Record<string, Scalar> = { x: z[unit] as Scalar, noise: constant(noise) };
    ones.forEach((x, j) => {
      variables[x] = z[j * units + unit] as Scalar;
    });
    for (const [name, values] of params) variables[name] = values[unit % values.length] as Scalar;
    return add(mul(apply(tree, variables), constant(scale)), constant(shift));
  });
}

/** (z − μ)/√(σ² + 1e-5) by statistics of earlier batches. */
function byRunning(
  z: readonly (readonly Scalar[])[],
  { mean, variance }: NonNullable<OracleLayer["running"]>,
): Scalar[][] {
  return z.map((row) =>
    row.map((value, unit) =>
      mul(
        add(value, constant(-(mean[unit] as number))),
        constant(1 / Math.sqrt((variance[unit] as number) + 1e-5)),
      ),
    ),
  );
}

/** (z − μ)/√(σ² + 1e-5) down the columns of a batch, or along its rows. */
function normalized(z: readonly Scalar[][], by: ModelSpec["normalization"]): readonly Scalar[][] {
  if (by === "none") return z;
  const standard = (values: readonly Scalar[]): Scalar[] => {
    const share = constant(1 / values.length);
    const mean = mul(values.reduce(add), share);
    const centered = values.map((value) => add(value, mul(mean, constant(-1))));
    const variance = mul(centered.map((value) => mul(value, value)).reduce(add), share);
    const root = apply(["sqrt", "x"], { x: add(variance, constant(1e-5)) });
    return centered.map((value) => apply(["div", "x", "y"], { x: value, y: root }));
  };
  if (by === "layer") return z.map(standard);
  const columns = (z[0] ?? []).map((_, unit) => standard(z.map((row) => row[unit] as Scalar)));
  return z.map((_, example) => columns.map((column) => column[example] as Scalar));
}

function crossEntropy(outputs: readonly Scalar[], label: Target): Scalar {
  if (typeof label !== "number") throw new Error("cross-entropy needs a class");
  const top = Math.max(...outputs.map(({ value }) => value));
  const total = outputs.reduce((sum, z) => add(sum, exp(add(z, constant(-top)))), constant(0));
  return add(log(total), mul(add(outputs[label] as Scalar, constant(-top)), constant(-1)));
}

/** Mean over outputs; of a class, the target is 1 there and 0 elsewhere. */
const LOSSES: Readonly<
  Record<TrainSpec["loss"], (outputs: readonly Scalar[], target: Target, delta: number) => Scalar>
> = {
  cross_entropy: crossEntropy,
  mse: (outputs, target) => meanOfErrors(outputs, target, (error) => mul(error, error)),
  mae: (outputs, target) => meanOfErrors(outputs, target, absolute),
  huber: (outputs, target, delta) =>
    meanOfErrors(outputs, target, (error) =>
      Math.abs(error.value) <= delta
        ? mul(constant(0.5), mul(error, error))
        : mul(constant(delta), add(absolute(error), constant(-delta / 2))),
    ),
};

const absolute = (x: Scalar): Scalar => mul(x, constant(Math.sign(x.value)));

function meanOfErrors(outputs: readonly Scalar[], target: Target, lossOf: (error: Scalar) => Scalar): Scalar {
  const wanted = (j: number): number =>
    typeof target === "number" ? (j === target ? 1 : 0) : (target[j] ?? Number.NaN);
  const losses = outputs.map((z, j) => lossOf(add(z, constant(-wanted(j)))));
  return mul(losses.reduce(add), constant(1 / outputs.length));
}
