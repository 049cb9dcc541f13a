import type { ModelSpec, TrainSpec } from "../src/contract/spec.js";
import {
  type Chance,
  type ForwardOptions,
  forward,
  gradients,
  type OracleLayer,
  type Target,
} from "./oracle-gradients.js";
import { updatedInF64 } from "./oracle-optimizer.js";

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
      | "decay"
      | "max_norm"
      | "loss"
      | "huber_delta"
      | "clip_norm"
    >,
    private readonly normalization: ModelSpec["normalization"] = "none",
  ) {}

  private get options(): ForwardOptions {
    const { loss, huber_delta: delta = 1 } = this.train;
    return { loss, delta, normalization: this.normalization };
  }

  /** Summed loss and outputs as evaluation sees them: nothing dropped, running statistics. */
  evaluate(inputs: readonly (readonly number[])[], targets: readonly Target[]) {
    const { losses, outputs } = forward(this.layers, inputs, targets, { ...this.options, mode: "evaluate" });
    return { loss: losses.reduce((sum, { value }) => sum + value, 0), outputs };
  }

  /** One update; returns the summed loss before it. */
  step(inputs: readonly (readonly number[])[], targets: readonly Target[], chance: Chance = {}): number {
    const { loss, nodes, preactivations } = gradients(this.layers, inputs, targets, {
      ...this.options,
      chance,
    });
    if (this.normalization === "batch") this.moveRunning(preactivations);
    const all = nodes.flatMap(({ weights, bias, params, gamma, beta }) => [
      ...weights.flat(),
      ...bias,
      ...Object.values(params).flat(),
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
      const beside = this.train.decay === "weights" ? 0 : this.train.weight_decay;
      layer.bias = layer.bias.map((b, u) =>
        this.moved(`${l} b ${u}`, b, node.bias[u]?.grad ?? Number.NaN, beside),
      );
      const row = (name: "gamma" | "beta"): number[] =>
        (layer[name] ?? []).map((v, u) =>
          this.moved(`${l} ${name} ${u}`, v, node[name][u]?.grad ?? Number.NaN, beside),
        );
      layer.gamma = row("gamma");
      layer.beta = row("beta");
      layer.params = Object.fromEntries(
        Object.entries(layer.params).map(([name, values]) => [
          name,
          values.map((p, u) =>
            this.moved(
              `${l} p ${name} ${u}`,
              p,
              node.params[name]?.[u]?.grad ?? Number.NaN,
              layer.decays?.[name] ?? beside,
            ),
          ),
        ]),
      );
    });
    return loss;
  }

  /** A tenth of the batch's mean and of its variance with n − 1 (PyTorch's `BatchNorm1d`). */
  private moveRunning(preactivations: readonly (readonly (readonly number[])[])[]): void {
    this.layers.forEach(({ running }, l) => {
      const rows = preactivations[l] ?? [];
      running?.mean.forEach((before, unit) => {
        const column = rows.map((row) => row[unit] as number);
        const mean = column.reduce((sum, z) => sum + z, 0) / column.length;
        const squares = column.reduce((sum, z) => sum + (z - mean) ** 2, 0);
        const variance = squares / Math.max(1, column.length - 1);
        running.mean[unit] = 0.9 * before + 0.1 * mean;
        running.variance[unit] = 0.9 * (running.variance[unit] as number) + 0.1 * variance;
      });
    });
  }

  /** Incoming weights no longer than `max_norm`. */
  private limited(row: number[]): number[] {
    const norm = Math.sqrt(row.reduce((sum, w) => sum + w * w, 0));
    const limit = this.train.max_norm ?? norm;
    return norm > limit ? row.map((w) => (w * limit) / norm) : row;
  }

  private moved(
    key: string,
    w: number,
    gradient: number,
    weight_decay: number = this.train.weight_decay,
  ): number {
    const { optimizer, lr, momentum, beta1, beta2, epsilon } = this.train;
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
      default: {
        // An optimizer without a formula in this oracle.
        const states = [s.m, s.v];
        const own = { weight: w, gradient, states, weight_decay, step: this.steps };
        const updated = updatedInF64(this.train, own);
        [s.m = 0, s.v = 0] = updated.states;
        return updated.weight;
      }
    }
  }
}
