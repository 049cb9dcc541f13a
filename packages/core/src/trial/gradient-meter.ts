import type { GradientProbe, LayerGradients } from "../contract/record.js";
import { effectiveRank } from "../math/effective-rank.js";
import { EVALUATION_ROWS, type LayerLayout } from "../network/layout.js";
import type { Network } from "../network/network.js";
import type { PreparedTrial } from "./prepare-trial.js";
import { rounded } from "./rounded.js";
import { paramSpreads } from "./trained-params.js";
import type { Trainer } from "./trainer.js";

/** What is known of a layer before its update, and the weights it had. */
interface Before {
  readonly layer: LayerLayout;
  readonly weights: Float32Array;
  readonly measured: LayerGradients;
}

/** Measures gradients, weights and activations of chosen updates, for a network of `measure.gradients`. */
export class GradientMeter {
  private readonly rankRows: Uint32Array;
  private pending: readonly Before[] = [];
  /** Moments since the last epoch's end. */
  private waiting: GradientProbe[] = [];

  constructor(
    private readonly trial: PreparedTrial,
    private readonly trainer: Trainer,
    probeRows: Uint32Array,
  ) {
    this.rankRows = probeRows.subarray(0, EVALUATION_ROWS);
  }

  /**
   * Measures what update `step` (0-based) starts from: weights, and the gradient of its batch with its draws.
   * The network's weights, state and draws stay as they are; the update loads its batch again.
   */
  before(step: number): void {
    const { network } = this.trial;
    const ranks = this.effectiveRanks();
    this.trainer.load(step);
    network.gradient(this.trainer.rows(step));
    this.pending = network.layout.layers.map((layer, index): Before => {
      const weights = weightsOf(network, layer).slice();
      const rank = ranks[index];
      return {
        layer,
        weights,
        measured: {
          gradient_norm: rounded(norm(gradientOf(network, layer))),
          weight_norm: rounded(norm(weights)),
          ...(rank === undefined ? {} : { effective_rank: rounded(rank) }),
          ...paramSpreads(network, layer),
        },
      };
    });
  }

  /** Measures what update `step` did; after {@link before} of it. */
  after(step: number): void {
    const { network } = this.trial;
    const layers = this.pending.map(({ layer, weights, measured }): LayerGradients => {
      const size = norm(weights);
      const moved = norm(weightsOf(network, layer).map((weight, i) => weight - (weights[i] as number)));
      return size === 0 ? measured : { ...measured, update_ratio: rounded(moved / size) };
    });
    this.pending = [];
    // A number that is not finite is that of a trial that diverges.
    if (layers.every(allFinite)) this.waiting.push({ step: step + 1, layers });
  }

  /** Moments of the epoch that ends now. */
  take(): readonly GradientProbe[] {
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  /** The moments that wait for their epoch's end, for a checkpoint. */
  get moments(): readonly GradientProbe[] {
    return this.waiting;
  }

  restore(moments: readonly GradientProbe[] = []): void {
    this.waiting = [...moments];
  }

  /**
   * Per hidden layer, of its activations over the first examples of the probe, in evaluation mode; nothing
   * where one is not finite.
   */
  private effectiveRanks(): readonly (number | undefined)[] {
    const { network, source } = this.trial;
    network.evaluate(source, this.rankRows);
    return network.layout.layers.map((layer) => {
      if (!layer.formulas) return undefined;
      const activations = activationsOf(network, layer, this.rankRows.length);
      if (!activations.every(Number.isFinite)) return undefined;
      return effectiveRank(activations, this.rankRows.length, layer.units);
    });
  }
}

function weightsOf({ f32 }: Network, { weights, panels }: LayerLayout): Float32Array {
  return f32.subarray(weights / 4, (weights + panels.bytes) / 4);
}

/** The gradient by a layer's weights, padding included, which is 0. */
function gradientOf({ f32, layout }: Network, { weights, panels }: LayerLayout): Float32Array {
  const at = (layout.gradients ?? 0) + weights - layout.parameters;
  return f32.subarray(at / 4, (at + panels.bytes) / 4);
}

/** [rows, units], row-major. */
function activationsOf({ f32 }: Network, { a, strideA, units }: LayerLayout, rows: number): Float64Array {
  const all = new Float64Array(rows * units);
  for (let row = 0; row < rows; row++) {
    const at = (a + row * strideA) / 4;
    all.set(f32.subarray(at, at + units), row * units);
  }
  return all;
}

/** The Euclidean norm, summed in f64. */
function norm(values: Float32Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}

function allFinite({ gradient_norm, weight_norm, update_ratio = 0 }: LayerGradients): boolean {
  return [gradient_norm, weight_norm, update_ratio].every(Number.isFinite);
}
