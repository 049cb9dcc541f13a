import { biasUpdate } from "../kernels/bias.js";
import { clippedUpdate } from "../kernels/clipped-update.js";
import { gemmWeights } from "../kernels/gemm-weights.js";
import { maxNorm } from "../kernels/max-norm.js";
import { batchNormBackward, layerNormBackward } from "../kernels/normalize.js";
import { paramGradient } from "../kernels/param-gradient.js";
import { shiftedGradient } from "../kernels/shifted-gradient.js";
import type { SparseLists } from "../kernels/sparse-entries.js";
import { sparseWeights } from "../kernels/sparse-weights.js";
import { transpose } from "../kernels/transpose.js";
import { decayingBy, ruleBesideWeights, type UpdateRule } from "../kernels/update.js";
import type { FunctionBuilder } from "../wasm/function.js";
import type { ModuleBuilder } from "../wasm/module.js";
import { i32 } from "../wasm/scalar.js";
import { callGemm, shapeKey } from "./gemm-call.js";
import { incoming, type LayerLayout } from "./layout.js";
import { normalizeSpec } from "./normalize-spec.js";
import { gradientRuns, updateRuns } from "./parameter-runs.js";
import type { ProgramInput } from "./program-input.js";

const I = i32.const;

/** What becomes of a gradient: an update, or it is kept for whoever measures it. */
export type BackwardPurpose = "update" | "measure";

/** Writes the way from the loss back to the weights, and their update. */
export class BackwardPass {
  private readonly rule: UpdateRule;
  /** What the backward pass does with a gradient: the update, or keeping it until all are there. */
  private readonly gradientRule: UpdateRule;
  /** The same for parameters that are no weights. */
  private readonly besideRule: UpdateRule;
  /** Tells kernels that update from those that keep gradients. */
  private readonly variant: string;

  constructor(
    private readonly module: ModuleBuilder,
    private readonly input: ProgramInput,
    purpose: BackwardPurpose,
  ) {
    const { train, numerics } = input.spec;
    this.rule = {
      optimizer: train.optimizer,
      momentum: train.momentum,
      beta1: train.beta1,
      beta2: train.beta2,
      epsilon: train.epsilon,
      weight_decay: train.weight_decay,
      numerics,
      hyper: input.layout.hyper,
      stateBytes: input.layout.parameterBytes,
    };
    const { gradients, parameters } = input.layout;
    const keeps = purpose === "measure" || train.clip_norm !== null;
    this.gradientRule =
      gradients === undefined || !keeps ? this.rule : { ...this.rule, deferTo: gradients - parameters };
    this.besideRule = ruleBesideWeights(this.gradientRule, train.decay);
    this.variant = this.gradientRule.deferTo === undefined ? "update" : "keep";
  }

  /**
   * From the loss in memory to every gradient; kernels update weights as they get their gradients, unless
   * these are kept.
   */
  write(f: FunctionBuilder): void {
    for (let index = this.input.layout.layers.length - 1; index >= 0; index--) {
      const layer = this.input.layout.layers[index] as LayerLayout;
      const before = this.input.layout.layers[index - 1];
      this.normalizeBackward(f, layer);
      // The gradient is propagated before the weights change.
      if (before) this.passGradient(f, layer, before);
      if (index === 0 && this.input.layout.sparse) this.sparseUpdate(f, layer, this.input.layout.sparse);
      else this.denseUpdate(f, layer, incoming(this.input.layout, index));
      this.biasUpdate(f, layer);
    }
  }

  /**
   * What is left of the update once all gradients are there: clipping, limits of norms, transposed copies.
   */
  finish(f: FunctionBuilder): void {
    this.clippedUpdate(f);
    for (const layer of this.input.layout.layers) {
      this.limitNorms(f, layer);
      this.transposeOf(f, layer);
    }
  }

  /** Transposed weights of every layer that passes a gradient on. */
  transposeAll(f: FunctionBuilder): void {
    for (const layer of this.input.layout.layers) this.transposeOf(f, layer);
  }

  /** dA of the layer before, times its slopes: in place of the slopes that lie in its z. */
  private passGradient(f: FunctionBuilder, layer: LayerLayout, before: LayerLayout): void {
    const { da } = this.input.layout;
    const trained = before.formulas?.trained ?? [];
    const direct = before.pieces === 1 && trained.length === 0;
    callGemm(this.module, { numerics: this.rule.numerics, lanes: this.input.lanes }, f, {
      w: layer.panelsT,
      strideA: layer.strideZ,
      strideOut: direct ? before.strideZ : before.strideA,
      addresses: {
        a: layer.z,
        w: layer.weightsT ?? 0,
        start: 0,
        out: direct ? before.z : da,
        scale: before.z,
      },
      start: "zero",
      scale: direct,
    });
    if (direct) return;
    const spec = {
      inputs: before.pieces,
      trained: trained.map(({ per, weight_decay }) => ({
        per,
        rule: decayingBy(this.besideRule, weight_decay),
      })),
      units: before.units,
      paddedUnits: before.paddedUnits,
      strideA: before.strideA,
      strideZ: before.strideZ,
    };
    const kernel = this.module.shared(
      `params ${this.variant} ${JSON.stringify(spec)}`,
      { params: ["i32", "i32", "i32", "i32", "i32"] },
      (g) => paramGradient(g, spec),
    );
    f.call(kernel, I(da), I(before.z), I(before.p), I(before.params), f.param(0));
  }

  private sparseUpdate(f: FunctionBuilder, layer: LayerLayout, lists: SparseLists): void {
    const rule = this.gradientRule;
    const start = this.shiftedGradient(f, layer);
    const kernel = this.module.shared(`sparse weights ${this.variant}`, { params: ["i32", "i32"] }, (g) =>
      sparseWeights(g, { w: layer.panels, lists, rule, lanes: this.input.lanes, ...start }),
    );
    f.call(kernel, I(layer.z), I(layer.weights));
  }

  /** Where every input's gradient starts, when all inputs were shifted. */
  private shiftedGradient(f: FunctionBuilder, layer: LayerLayout): { readonly start?: number } {
    const { layout, inputMap } = this.input;
    if (!layout.shifted) return {};
    const columns = layer.panels.paddedColumns;
    const shape = { columns, strideD: layer.strideZ, shift: inputMap.shift };
    const kernel = this.module.shared("shifted gradient", { params: ["i32", "i32", "i32"] }, (g) =>
      shiftedGradient(g, shape),
    );
    f.call(kernel, I(layer.z), I(layout.shifted.gradient), f.param(0));
    return { start: layout.shifted.gradient };
  }

  private denseUpdate(f: FunctionBuilder, layer: LayerLayout, from: { at: number; stride: number }): void {
    const rule = this.gradientRule;
    const { lanes } = this.input;
    const weights = this.module.shared(
      `weights ${this.variant} ${shapeKey(layer.panels)} ${from.stride} ${layer.strideZ}`,
      { params: ["i32", "i32", "i32", "i32"] },
      (g) => gemmWeights(g, { w: layer.panels, strideA: from.stride, strideD: layer.strideZ, rule, lanes }),
    );
    f.call(weights, I(from.at), I(layer.z), I(layer.weights), f.param(0));
  }

  private biasUpdate(f: FunctionBuilder, layer: LayerLayout): void {
    const rule = this.besideRule;
    const columns = layer.panels.paddedColumns;
    const bias = this.module.shared(
      `bias ${this.variant} ${columns} ${layer.strideZ}`,
      { params: ["i32", "i32", "i32"] },
      (g) => biasUpdate(g, { columns, strideD: layer.strideZ, rule }),
    );
    f.call(bias, I(layer.z), I(layer.bias), f.param(0));
  }

  private normalizeBackward(f: FunctionBuilder, layer: LayerLayout): void {
    if (!layer.norm) return;
    const spec = normalizeSpec(layer, layer.norm);
    const backward = this.input.spec.model.normalization === "layer" ? layerNormBackward : batchNormBackward;
    const rule = this.besideRule;
    const kernel = this.module.define("normalize backward", { params: ["i32", "i32"] }, (g) =>
      backward(g, spec, rule),
    );
    f.call(kernel, I(layer.z), f.param(0));
  }

  /** The update of everything at once, when the whole gradient's norm is limited. */
  private clippedUpdate(f: FunctionBuilder): void {
    const { layout, spec } = this.input;
    const limit = spec.train.clip_norm;
    if (layout.gradients === undefined || limit === null) return;
    const toGradient = layout.gradients - layout.parameters;
    const runs = this.input.layout.layers
      .flatMap((layer) => gradientRuns(layer))
      .map((run) => ({ ...run, at: run.at + toGradient }));
    const updates = updateRuns(layout, {
      weights: this.rule,
      beside: ruleBesideWeights(this.rule, spec.train.decay),
    });
    const own = { updates, toGradient, runs, limit };
    const kernel = this.module.define("clipped update", { params: [] }, (g) => clippedUpdate(g, own));
    f.call(kernel);
  }

  private limitNorms(f: FunctionBuilder, layer: LayerLayout): void {
    const { numerics, train } = this.input.spec;
    const limit = train.max_norm;
    if (limit === null) return;
    const kernel = this.module.shared(
      `max norm ${layer.panels.whole} ${shapeKey(layer.panels)}`,
      { params: ["i32"] },
      (g) => maxNorm(g, { w: layer.panels, limit, numerics }),
    );
    f.call(kernel, I(layer.weights));
  }

  private transposeOf(f: FunctionBuilder, layer: LayerLayout): void {
    if (layer.weightsT === undefined) return;
    const kernel = this.module.shared(
      `transpose ${shapeKey(layer.panels)}`,
      { params: ["i32", "i32"] },
      (g) => transpose(g, layer.panels, layer.panelsT),
    );
    f.call(kernel, I(layer.weights), I(layer.weightsT));
  }
}
