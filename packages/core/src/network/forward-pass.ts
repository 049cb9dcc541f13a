import type { Expr } from "../formula/expr.js";
import { type ActivateSpec, activate } from "../kernels/activate.js";
import { draws } from "../kernels/draws.js";
import type { GemmRows } from "../kernels/gemm-rows.js";
import { type InputDrops, mapInputs } from "../kernels/inputs.js";
import { measureSlopes } from "../kernels/measure-slopes.js";
import { measureUnits } from "../kernels/measure-units.js";
import { batchNorm, batchNormRunning, layerNorm } from "../kernels/normalize.js";
import { shiftedBias } from "../kernels/shifted-bias.js";
import { sparseEntries } from "../kernels/sparse-entries.js";
import { sparseForward } from "../kernels/sparse-forward.js";
import type { FunctionBuilder, Signature } from "../wasm/function.js";
import type { ModuleBuilder } from "../wasm/module.js";
import { i32 } from "../wasm/scalar.js";
import { listWords } from "./data-shape.js";
import { callGemm } from "./gemm-call.js";
import { incoming, type LayerLayout } from "./layout.js";
import { normalizeSpec } from "./normalize-spec.js";
import type { ProgramInput } from "./program-input.js";
import { writeLoss } from "./write-loss.js";

const I = i32.const;

/** Training; evaluation; evaluation with unit statistics, or with slopes of units alone. */
export type ForwardMode = "train" | "evaluate" | "probe" | "survey";

/**
 * Writes the way from the batch in memory to its loss; in training, logits become their gradient and
 * pre-activations slopes.
 */
export class ForwardPass {
  private readonly arithmetic: Pick<GemmRows, "numerics" | "lanes">;

  constructor(
    private readonly module: ModuleBuilder,
    private readonly input: ProgramInput,
    /** The function that runs activations that are code; absent where none is. */
    private readonly code: number | undefined,
  ) {
    this.arithmetic = { numerics: input.spec.numerics, lanes: input.lanes };
  }

  write(f: FunctionBuilder, mode: Exclude<ForwardMode, "survey">): void {
    const { layout, live } = this.input;
    if (mode === "train") this.drawAll(f);
    const inputMode = mode === "train" ? "train" : "evaluate";
    if (layout.sparse) this.sparseInputs(f, inputMode);
    else this.denseInputs(f, inputMode);
    this.input.layout.layers.forEach((layer, index) => {
      if (index === 0 && layout.sparse) this.sparseGemm(f, layer);
      else this.denseGemm(f, index);
      if (!layer.formulas) return;
      this.normalize(f, layer, mode === "train" ? "batch" : "running");
      if (layer.formulas.given !== undefined && this.code !== undefined)
        f.call(this.code, I(index), f.param(0), I(mode === "evaluate" ? 0 : 1));
      this.activation(f, layer, { mode, live: live[index] ?? [] });
    });
    writeLoss(this.module, this.input, f, mode === "train" ? "train" : "evaluate");
  }

  /**
   * Slopes of units without sums or loss, through the first hidden layers, whose number is the function's
   * second parameter.
   */
  survey(f: FunctionBuilder): void {
    const { layout, live } = this.input;
    if (layout.sparse) this.sparseInputs(f, "evaluate");
    else this.denseInputs(f, "evaluate");
    layout.layers.forEach((layer, index) => {
      if (!layer.formulas) return;
      f.if(i32.gt(f.param(1), I(index)), () => {
        if (index === 0 && layout.sparse) this.sparseGemm(f, layer);
        else this.denseGemm(f, index);
        this.normalize(f, layer, "running");
        if (layer.formulas?.given !== undefined && this.code !== undefined)
          f.call(this.code, I(index), f.param(0), I(1));
        this.activation(f, layer, { mode: "survey", live: live[index] ?? [] });
      });
    });
  }

  /** The batch's draws: dropped inputs, noise of formulas, dropped outputs. */
  private drawAll(f: FunctionBuilder): void {
    const { layout, data, spec } = this.input;
    const fill = (
      purpose: string,
      to: { at: number; columns: number; stride: number; layer: number },
    ): void => {
      if (to.at === 0) return;
      const own = { seed: spec.seed, purpose, columns: to.columns, stride: to.stride, step: layout.step };
      const kernel = this.module.shared(
        `draws ${purpose} ${to.columns}`,
        { params: ["i32", "i32", "i32"] },
        (g) => draws(g, own),
      );
      f.call(kernel, I(to.at), I(to.layer), f.param(0));
    };
    const inputs = { at: layout.inputDraws, columns: data.inputs, stride: layout.strideInputDraws, layer: 0 };
    fill("input dropout", inputs);
    this.input.layout.layers.forEach((layer, index) => {
      const to = { columns: layer.units, stride: layer.strideDraws, layer: index };
      fill("noise", { ...to, at: layer.noise });
      fill("dropout", { ...to, at: layer.drop });
    });
  }

  /** The kernels' view of dropped inputs, in training. */
  private droppedInputs(mode: "train" | "evaluate"): InputDrops | undefined {
    const { layout, spec } = this.input;
    if (mode === "evaluate" || layout.inputDraws === 0) return undefined;
    return { at: layout.inputDraws, stride: layout.strideInputDraws, share: spec.model.input_dropout };
  }

  private denseInputs(f: FunctionBuilder, mode: "train" | "evaluate"): void {
    const { layout, data, inputMap } = this.input;
    const shape = {
      kind: data.kind,
      inputs: data.inputs,
      strideRaw: layout.strideRaw,
      strideX: layout.strideX,
    };
    const drops = this.droppedInputs(mode);
    const kernel = this.module.shared(
      `inputs ${drops !== undefined}`,
      { params: ["i32", "i32", "i32"] },
      (g) => mapInputs(g, { ...shape, map: inputMap, ...(drops ? { drops } : {}) }),
    );
    f.call(kernel, I(layout.raw), I(layout.x), f.param(0));
  }

  private denseGemm(f: FunctionBuilder, index: number): void {
    const layer = this.input.layout.layers[index] as LayerLayout;
    const from = incoming(this.input.layout, index);
    callGemm(this.module, this.arithmetic, f, {
      w: layer.panels,
      strideA: from.stride,
      strideOut: layer.strideZ,
      addresses: { a: from.at, w: layer.weights, start: layer.bias, out: layer.z },
      start: "bias",
      scale: false,
    });
  }

  private sparseInputs(f: FunctionBuilder, mode: "train" | "evaluate"): void {
    const { layout, data } = this.input;
    const { sparse: lists, strideRaw } = layout;
    const first = this.input.layout.layers[0];
    if (!lists || !first) return;
    const drops = this.droppedInputs(mode);
    const kernel = this.module.shared(`entries ${mode}`, { params: ["i32", "i32"] }, (g) =>
      sparseEntries(
        g,
        {
          inputs: data.inputs,
          strideRaw,
          strideZ: first.strideZ,
          lists,
          ...(drops ? { drops } : {}),
          ...(data.listed ? { listed: { counts: layout.counts, words: listWords(data.inputs) } } : {}),
        },
        mode,
      ),
    );
    f.call(kernel, I(layout.raw), f.param(0));
  }

  private sparseGemm(f: FunctionBuilder, layer: LayerLayout): void {
    const { sparse: lists } = this.input.layout;
    if (!lists) return;
    const kernel = this.module.shared("sparse forward", { params: ["i32", "i32", "i32", "i32"] }, (g) =>
      sparseForward(g, { w: layer.panels, strideZ: layer.strideZ, lists, ...this.arithmetic }),
    );
    const bias = this.shiftedBias(f, layer);
    f.call(kernel, I(layer.weights), I(bias), I(layer.z), f.param(0));
  }

  /** The bias that stands for a shift of all inputs too; the layer's own where there is none. */
  private shiftedBias(f: FunctionBuilder, { panels, weights, bias }: LayerLayout): number {
    const { layout, spec, inputMap } = this.input;
    if (!layout.shifted) return bias;
    const shape = { w: panels, shift: inputMap.shift, numerics: spec.numerics };
    const kernel = this.module.shared("shifted bias", { params: ["i32", "i32", "i32"] }, (g) =>
      shiftedBias(g, shape),
    );
    f.call(kernel, I(weights), I(bias), I(layout.shifted.bias));
    return layout.shifted.bias;
  }

  private normalize(f: FunctionBuilder, layer: LayerLayout, by: "batch" | "running"): void {
    if (!layer.norm) return;
    const spec = normalizeSpec(layer, layer.norm);
    const layerwise = this.input.spec.model.normalization === "layer";
    const kernel = this.module.shared(
      `normalize ${by} ${JSON.stringify(spec)}`,
      { params: ["i32", "i32"] },
      (g) => {
        if (layerwise) layerNorm(g, spec);
        else if (by === "batch") batchNorm(g, spec);
        else batchNormRunning(g, spec);
      },
    );
    f.call(kernel, I(layer.z), f.param(0));
  }

  private activation(
    f: FunctionBuilder,
    layer: LayerLayout,
    how: { readonly mode: ForwardMode; readonly live: readonly Expr[] },
  ): void {
    if (!layer.formulas) return;
    const { spec } = this.input;
    const shape: ActivateSpec = {
      formulas: layer.formulas,
      units: layer.paddedUnits,
      strideZ: layer.strideZ,
      given: layer.given,
      strideA: layer.strideA,
      strideDraws: layer.strideDraws,
      dropout: { plain: spec.model.dropout, alpha: spec.model.alpha_dropout },
      numerics: spec.numerics,
    };
    const output = how.mode === "train" ? "slopes" : "value";
    const kernel = this.module.shared(
      `activate ${output} ${JSON.stringify(shape)}`,
      { params: Array<"i32">(7).fill("i32") },
      (g) => activate(g, shape, output),
    );
    const places = [layer.z, layer.a, layer.p, layer.params, layer.noise, layer.drop].map(I);
    f.call(kernel, ...places, f.param(0));
    if (how.mode === "probe" || how.mode === "survey")
      this.measureSlopes(f, layer, { shape, live: how.live });
    if (how.mode === "probe") this.measureUnits(f, layer, shape);
  }

  private measureSlopes(
    f: FunctionBuilder,
    layer: LayerLayout,
    { shape, live }: { readonly shape: ActivateSpec; readonly live: readonly Expr[] },
  ): void {
    const slopes = this.module.shared(`measure slopes ${JSON.stringify(shape)}`, params(4), (g) =>
      measureSlopes(g, shape, live),
    );
    f.call(slopes, I(layer.z), I(layer.stats), I(layer.params), f.param(0));
  }

  private measureUnits(f: FunctionBuilder, layer: LayerLayout, shape: ActivateSpec): void {
    const { units, strideZ, strideA, numerics } = shape;
    const own = { units, pieces: layer.pieces, strideZ, strideA, numerics };
    const sums = this.module.shared(`measure units ${JSON.stringify(own)}`, params(5), (g) =>
      measureUnits(g, own),
    );
    f.call(sums, I(layer.z), I(layer.a), I(layer.stats), f.param(0), f.param(1));
  }
}

const params = (count: number): Signature => ({ params: Array<"i32">(count).fill("i32") });
