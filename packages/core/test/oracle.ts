import type { Expr } from "../src/formula/expr.js";
import type { ModelSpec, TrainSpec } from "../src/trial/spec.js";
import { add, apply, constant, exp, log, mul, type Scalar } from "./scalar-graph.js";

/** One dense layer in f64: `weights[unit][input]`, and its activation where it is a hidden one. */
export interface OracleLayer {
  weights: number[][];
  bias: number[];
  readonly tree?: Expr;
  /** Pre-activations per unit: row piece · units + unit of `weights` is x_{piece + 1} of that unit. */
  readonly pieces?: number;
  /** Trained parameters, one value each (shared by the layer). */
  params: Record<string, number>;
  /** Scale and shift of a normalized layer, as long as `bias`. */
  gamma?: number[];
  beta?: number[];
}

/** What chance does to one batch, read from the network under test. */
export interface Chance {
  /** The uniform draw behind `noise`. */
  noise?(example: number, layer: number, unit: number): number;
  /** A dropped output o becomes o · scale + shift. */
  output?(example: number, layer: number, unit: number): { readonly scale: number; readonly shift: number };
}

export interface GradientOptions {
  readonly chance?: Chance;
  readonly loss?: TrainSpec["loss"];
  readonly normalization?: ModelSpec["normalization"];
}

/** Summed loss of a batch, and the gradient of its mean by every number of the network. */
export function gradients(
  layers: readonly OracleLayer[],
  inputs: readonly number[][],
  labels: readonly number[],
  { chance = {}, loss: kind = "cross_entropy", normalization = "none" }: GradientOptions = {},
) {
  const nodes = layers.map((layer) => ({
    weights: layer.weights.map((row) => row.map(constant)),
    bias: layer.bias.map(constant),
    params: Object.fromEntries(Object.entries(layer.params).map(([name, value]) => [name, constant(value)])),
    gamma: (layer.gamma ?? []).map(constant),
    beta: (layer.beta ?? []).map(constant),
  }));
  let batch = inputs.map((input) => input.map(constant));
  layers.forEach((layer, l) => {
    const node = nodes[l] as (typeof nodes)[number];
    const raw = batch.map((a) =>
      node.weights.map((row, unit) =>
        row.reduce((sum, w, i) => add(sum, mul(w, a[i] as Scalar)), node.bias[unit] as Scalar),
      ),
    );
    if (layer.tree === undefined) {
      batch = raw;
      return;
    }
    const tree = layer.tree;
    const params = Object.fromEntries(Object.entries(node.params).map(([name, p]) => [`$${name}`, p]));
    const hat = normalized(raw, normalization);
    batch = hat.map((row, example) => {
      const z =
        normalization === "none"
          ? row
          : row.map((h, unit) => add(mul(h, node.gamma[unit] as Scalar), node.beta[unit] as Scalar));
      const pieces = layer.pieces ?? 1;
      const units = z.length / pieces;
      return Array.from({ length: units }, (_, unit) => {
        const own = Object.fromEntries(
          Array.from({ length: pieces }, (_, j) => [`x${j + 1}`, z[j * units + unit] as Scalar]),
        );
        const noise = constant(chance.noise?.(example, l, unit) ?? 0.5);
        const value = apply(tree, { ...own, x: z[unit] as Scalar, noise, ...params });
        const { scale, shift } = chance.output?.(example, l, unit) ?? { scale: 1, shift: 0 };
        return add(mul(value, constant(scale)), constant(shift));
      });
    });
  });
  const lossOf = kind === "mse" ? squaredError : crossEntropy;
  const loss = batch.map((outputs, example) => lossOf(outputs, labels[example] as number)).reduce(add);
  const mean = mul(loss, constant(1 / inputs.length));
  mean.backward();
  return { loss: loss.value, nodes };
}

/** (z − μ)/√(σ² + 1e-5) down the columns of a batch, or along its rows. */
function normalized(z: readonly Scalar[][], by: ModelSpec["normalization"]): readonly Scalar[][] {
  if (by === "none") return z;
  const standard = (values: readonly Scalar[]): Scalar[] => {
    const share = constant(1 / values.length);
    const mean = mul(values.reduce(add), share);
    const centred = values.map((value) => add(value, mul(mean, constant(-1))));
    const variance = mul(centred.map((value) => mul(value, value)).reduce(add), share);
    const root = apply(["sqrt", "x"], { x: add(variance, constant(1e-5)) });
    return centred.map((value) => apply(["div", "x", "y"], { x: value, y: root }));
  };
  if (by === "layer") return z.map(standard);
  const columns = (z[0] ?? []).map((_, unit) => standard(z.map((row) => row[unit] as Scalar)));
  return z.map((_, example) => columns.map((column) => column[example] as Scalar));
}

function crossEntropy(outputs: readonly Scalar[], label: number): Scalar {
  const top = Math.max(...outputs.map(({ value }) => value));
  const total = outputs.reduce((sum, z) => add(sum, exp(add(z, constant(-top)))), constant(0));
  return add(log(total), mul(add(outputs[label] as Scalar, constant(-top)), constant(-1)));
}

/** Mean over outputs, the target 1 at the label and 0 elsewhere. */
function squaredError(outputs: readonly Scalar[], label: number): Scalar {
  const errors = outputs.map((z, j) => add(z, constant(j === label ? -1 : 0)));
  const sum = errors.reduce((sum, error) => add(sum, mul(error, error)), constant(0));
  return mul(sum, constant(1 / outputs.length));
}

/** The same network, trained in f64 by the textbook rules of each optimizer. */
export class Oracle {
  private readonly state = new Map<string, { m: number; v: number }>();
  private steps = 0;

  constructor(
    readonly layers: readonly OracleLayer[],
    private readonly train: Pick<
      TrainSpec,
      | "optimizer"
      | "lr"
      | "momentum"
      | "beta1"
      | "beta2"
      | "epsilon"
      | "weight_decay"
      | "max_norm"
      | "loss"
      | "clip_norm"
    >,
    private readonly normalization: ModelSpec["normalization"] = "none",
  ) {}

  /** One update; returns the summed loss before it. */
  step(inputs: readonly number[][], labels: readonly number[], chance: Chance = {}): number {
    const { loss, nodes } = gradients(this.layers, inputs, labels, {
      chance,
      loss: this.train.loss,
      normalization: this.normalization,
    });
    const all = nodes.flatMap(({ weights, bias, params, gamma, beta }) => [
      ...weights.flat(),
      ...bias,
      ...Object.values(params),
      ...gamma,
      ...beta,
    ]);
    const norm = Math.sqrt(all.reduce((sum, { grad }) => sum + grad * grad, 0));
    const clipped = Math.min(1, (this.train.clip_norm ?? Number.POSITIVE_INFINITY) / (norm + 1e-6));
    for (const one of all) one.grad *= clipped;
    this.steps++;
    this.layers.forEach((layer, l) => {
      const node = nodes[l] as (typeof nodes)[number];
      layer.weights = layer.weights.map((row, u) =>
        this.limited(
          row.map((w, i) => this.moved(`${l} w ${u} ${i}`, w, node.weights[u]?.[i]?.grad ?? Number.NaN)),
        ),
      );
      layer.bias = layer.bias.map((b, u) => this.moved(`${l} b ${u}`, b, node.bias[u]?.grad ?? Number.NaN));
      const row = (name: "gamma" | "beta"): number[] =>
        (layer[name] ?? []).map((v, u) =>
          this.moved(`${l} ${name} ${u}`, v, node[name][u]?.grad ?? Number.NaN),
        );
      layer.gamma = row("gamma");
      layer.beta = row("beta");
      layer.params = Object.fromEntries(
        Object.entries(layer.params).map(([name, p]) => [
          name,
          this.moved(`${l} p ${name}`, p, node.params[name]?.grad ?? Number.NaN),
        ]),
      );
    });
    return loss;
  }

  /** Incoming weights no longer than `max_norm`. */
  private limited(row: number[]): number[] {
    const norm = Math.sqrt(row.reduce((sum, w) => sum + w * w, 0));
    const limit = this.train.max_norm ?? norm;
    return norm > limit ? row.map((w) => (w * limit) / norm) : row;
  }

  private moved(key: string, w: number, gradient: number): number {
    const { optimizer, lr, momentum, beta1, beta2, epsilon, weight_decay } = this.train;
    const s = this.state.get(key) ?? { m: 0, v: 0 };
    this.state.set(key, s);
    const g = optimizer === "adamw" ? gradient : gradient + weight_decay * w;
    switch (optimizer) {
      case "sgd":
        return w - lr * g;
      case "momentum":
        s.m = momentum * s.m + g;
        return w - lr * s.m;
      case "nesterov":
        s.m = momentum * s.m + g;
        return w - lr * (g + momentum * s.m);
      case "rmsprop":
        s.v = beta2 * s.v + (1 - beta2) * g * g;
        return w - (lr * g) / (Math.sqrt(s.v) + epsilon);
      case "adam":
      case "adamw": {
        s.m = beta1 * s.m + (1 - beta1) * g;
        s.v = beta2 * s.v + (1 - beta2) * g * g;
        const m = s.m / (1 - beta1 ** this.steps);
        const v = s.v / (1 - beta2 ** this.steps);
        const shrunk = optimizer === "adamw" ? w * (1 - lr * weight_decay) : w;
        return shrunk - (lr * m) / (Math.sqrt(v) + epsilon);
      }
      default:
        return optimizer satisfies never;
    }
  }
}
