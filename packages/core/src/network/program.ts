import type { Expr } from "../formula/expr.js";
import { type ActivateSpec, activate } from "../kernels/activate.js";
import { biasUpdate } from "../kernels/bias.js";
import { clippedUpdate, type GradientRun } from "../kernels/clipped-update.js";
import { draws } from "../kernels/draws.js";
import { gemmRows } from "../kernels/gemm-rows.js";
import { gemmWeights } from "../kernels/gemm-weights.js";
import { type InputDrops, type InputMap, mapInputs } from "../kernels/inputs.js";
import { maxNorm } from "../kernels/max-norm.js";
import { meanSquaredError } from "../kernels/mean-squared-error.js";
import { measureUnits } from "../kernels/measure-units.js";
import {
  batchNorm,
  batchNormBackward,
  batchNormRunning,
  layerNorm,
  layerNormBackward,
  type NormalizeAddresses,
  type NormalizeSpec,
} from "../kernels/normalize.js";
import type { Panels } from "../kernels/panels.js";
import { paramGradient } from "../kernels/param-gradient.js";
import { shiftedBias } from "../kernels/shifted-bias.js";
import { shiftedGradient } from "../kernels/shifted-gradient.js";
import { softmaxCrossEntropy } from "../kernels/softmax-cross-entropy.js";
import { type SparseLists, sparseEntries } from "../kernels/sparse-entries.js";
import { sparseForward } from "../kernels/sparse-forward.js";
import { sparseWeights } from "../kernels/sparse-weights.js";
import { transpose } from "../kernels/transpose.js";
import type { UpdateRule } from "../kernels/update.js";
import type { TrialSpec } from "../trial/spec.js";
import type { FunctionBuilder, Signature } from "../wasm/function.js";
import { ModuleBuilder } from "../wasm/module.js";
import { f64, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import type { DataShape, LayerLayout, NetworkLayout } from "./layout.js";

export interface ProgramInput {
  readonly spec: TrialSpec;
  readonly data: DataShape;
  readonly layout: NetworkLayout;
  readonly inputMap: InputMap;
  /** Per hidden layer and pre-activation: where the slope is not identically zero. */
  readonly live: readonly (readonly Expr[])[];
}

/**
 * Generates the module of one trial, its sizes as constants. Exports:
 * `step(rows) → summed loss`: one update from the batch in memory · `evaluate(rows)`: adds loss and correct
 * answers to the totals · `probe(rows)`: the same, and unit statistics · `derive()`: transposed weights.
 */
export function generateProgram(input: ProgramInput): Uint8Array<ArrayBuffer> {
  const program = new Program(input);
  program.exportAll();
  return program.module.encode();
}

const I = i32.const;

class Program {
  readonly module = new ModuleBuilder();
  private readonly rule: UpdateRule;
  /** What the backward pass does with a gradient: the update, or keeping it until all are there. */
  private readonly gradientRule: UpdateRule;
  private readonly layers: readonly LayerLayout[];

  constructor(private readonly input: ProgramInput) {
    const { train, numerics } = input.spec;
    this.layers = input.layout.layers;
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
    this.gradientRule =
      gradients === undefined ? this.rule : { ...this.rule, deferTo: gradients - parameters };
  }

  exportAll(): void {
    const { module } = this;
    const { totals } = this.input.layout;
    module.export(
      "step",
      module.define("step", { params: ["i32"], result: "f64" }, (f) => {
        f.store(I(totals), f64.const(0));
        this.forward(f, "train");
        this.backward(f);
        f.result(f64.load(I(totals)));
      }),
    );
    for (const mode of ["evaluate", "probe"] as const)
      module.export(
        mode,
        module.define(mode, { params: ["i32"] }, (f) => this.forward(f, mode)),
      );
    module.export(
      "derive",
      module.define("derive", { params: [] }, (f) => {
        for (const layer of this.layers) this.transposeOf(f, layer);
      }),
    );
  }

  /** Inputs of layer `index`: their address and stride. */
  private incoming(index: number): { readonly at: number; readonly stride: number } {
    const before = this.layers[index - 1];
    const { x, strideX } = this.input.layout;
    return before ? { at: before.a, stride: before.strideA } : { at: x, stride: strideX };
  }

  private forward(f: FunctionBuilder, mode: "train" | "evaluate" | "probe"): void {
    const { layout, live } = this.input;
    if (mode === "train") this.drawAll(f);
    const inputMode = mode === "train" ? "train" : "evaluate";
    if (layout.sparse) this.sparseInputs(f, inputMode);
    else this.denseInputs(f, inputMode);
    this.layers.forEach((layer, index) => {
      if (index === 0 && layout.sparse) this.sparseGemm(f, layer);
      else this.denseGemm(f, index);
      if (!layer.formulas) return;
      this.normalize(f, layer, mode === "train" ? "batch" : "running");
      this.activation(f, layer, { mode, live: live[index] ?? [] });
    });
    this.loss(f, mode === "train" ? "train" : "evaluate");
  }

  private loss(f: FunctionBuilder, mode: "train" | "evaluate"): void {
    const { layout, spec } = this.input;
    const out = this.layers[this.layers.length - 1] as LayerLayout;
    const shape = { classes: out.units, strideZ: out.strideZ, totals: layout.totals };
    const kernel = this.module.shared(`loss ${mode}`, { params: ["i32", "i32", "i32"] }, (g) => {
      if (spec.train.loss === "mse") meanSquaredError(g, shape, mode);
      else softmaxCrossEntropy(g, { ...shape, numerics: spec.numerics }, mode);
    });
    f.call(kernel, I(out.z), I(layout.labels), f.param(0));
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
    this.layers.forEach((layer, index) => {
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
    const layer = this.layers[index] as LayerLayout;
    const from = this.incoming(index);
    this.gemm(f, {
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
    const first = this.layers[0];
    if (!lists || !first) return;
    const drops = this.droppedInputs(mode);
    const kernel = this.module.shared(`entries ${mode}`, { params: ["i32", "i32"] }, (g) =>
      sparseEntries(
        g,
        { inputs: data.inputs, strideRaw, strideZ: first.strideZ, lists, ...(drops ? { drops } : {}) },
        mode,
      ),
    );
    f.call(kernel, I(layout.raw), f.param(0));
  }

  private sparseGemm(f: FunctionBuilder, layer: LayerLayout): void {
    const { layout, spec } = this.input;
    const lists = layout.sparse;
    if (!lists) return;
    const kernel = this.module.shared("sparse forward", { params: ["i32", "i32", "i32", "i32"] }, (g) =>
      sparseForward(g, { w: layer.panels, strideZ: layer.strideZ, lists, numerics: spec.numerics }),
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

  private activation(
    f: FunctionBuilder,
    layer: LayerLayout,
    how: { readonly mode: "train" | "evaluate" | "probe"; readonly live: readonly Expr[] },
  ): void {
    if (!layer.formulas) return;
    const shape: ActivateSpec = {
      formulas: layer.formulas,
      units: layer.paddedUnits,
      strideZ: layer.strideZ,
      strideA: layer.strideA,
      strideDraws: layer.strideDraws,
      dropout: { plain: this.input.spec.model.dropout, alpha: this.input.spec.model.alpha_dropout },
      numerics: this.input.spec.numerics,
    };
    const key = `activate ${how.mode} ${JSON.stringify(shape)}`;
    const probe = how.mode === "probe";
    const signature: Signature = { params: Array<"i32">(probe ? 5 : 7).fill("i32") };
    const kernel = this.module.shared(key, signature, (g) => {
      if (probe) measureUnits(g, shape, how.live);
      else activate(g, shape, how.mode === "train" ? "slopes" : "value");
    });
    const draws = probe ? [] : [I(layer.noise), I(layer.drop)];
    const third = probe ? layer.stats : layer.p;
    f.call(kernel, I(layer.z), I(layer.a), I(third), I(layer.params), ...draws, f.param(0));
  }

  private backward(f: FunctionBuilder): void {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const layer = this.layers[index] as LayerLayout;
      const before = this.layers[index - 1];
      this.normalizeBackward(f, layer);
      // The gradient goes on before the weights move.
      if (before) this.passGradient(f, layer, before);
      if (index === 0 && this.input.layout.sparse) this.sparseUpdate(f, layer, this.input.layout.sparse);
      else this.denseUpdate(f, layer, this.incoming(index));
      this.biasUpdate(f, layer);
    }
    this.clippedUpdate(f);
    for (const layer of this.layers) {
      this.limitNorms(f, layer);
      this.transposeOf(f, layer);
    }
  }

  /** dA of the layer before, times its slopes: in place of the slopes that lie in its z. */
  private passGradient(f: FunctionBuilder, layer: LayerLayout, before: LayerLayout): void {
    const { da } = this.input.layout;
    const trained = before.formulas?.trained ?? [];
    const direct = before.pieces === 1 && trained.length === 0;
    this.gemm(f, {
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
      trained: trained.map(({ per }) => per),
      units: before.units,
      paddedUnits: before.paddedUnits,
      strideA: before.strideA,
      strideZ: before.strideZ,
      rule: this.gradientRule,
    };
    const kernel = this.module.shared(
      `params ${JSON.stringify(spec)}`,
      { params: ["i32", "i32", "i32", "i32", "i32"] },
      (g) => paramGradient(g, spec),
    );
    f.call(kernel, I(da), I(before.z), I(before.p), I(before.params), f.param(0));
  }

  private sparseUpdate(f: FunctionBuilder, layer: LayerLayout, lists: SparseLists): void {
    const rule = this.gradientRule;
    const start = this.shiftedGradient(f, layer);
    const kernel = this.module.shared("sparse weights", { params: ["i32", "i32"] }, (g) =>
      sparseWeights(g, { w: layer.panels, lists, rule, ...start }),
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
    const weights = this.module.shared(
      `weights ${key(layer.panels)} ${from.stride} ${layer.strideZ}`,
      { params: ["i32", "i32", "i32", "i32"] },
      (g) => gemmWeights(g, { w: layer.panels, strideA: from.stride, strideD: layer.strideZ, rule }),
    );
    f.call(weights, I(from.at), I(layer.z), I(layer.weights), f.param(0));
  }

  private biasUpdate(f: FunctionBuilder, layer: LayerLayout): void {
    const rule = this.gradientRule;
    const columns = layer.panels.paddedColumns;
    const bias = this.module.shared(
      `bias ${columns} ${layer.strideZ}`,
      { params: ["i32", "i32", "i32"] },
      (g) => biasUpdate(g, { columns, strideD: layer.strideZ, rule }),
    );
    f.call(bias, I(layer.z), I(layer.bias), f.param(0));
  }

  private normalizeSpec(layer: LayerLayout, addresses: NormalizeAddresses): NormalizeSpec {
    const { units, paddedUnits, strideZ, pieces } = layer;
    return { columns: pieces * paddedUnits, units, paddedUnits, strideZ, addresses };
  }

  private normalize(f: FunctionBuilder, layer: LayerLayout, by: "batch" | "running"): void {
    if (!layer.norm) return;
    const spec = this.normalizeSpec(layer, layer.norm);
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

  private normalizeBackward(f: FunctionBuilder, layer: LayerLayout): void {
    if (!layer.norm) return;
    const spec = this.normalizeSpec(layer, layer.norm);
    const backward = this.input.spec.model.normalization === "layer" ? layerNormBackward : batchNormBackward;
    const rule = this.gradientRule;
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
    const runs = this.layers
      .flatMap((layer) => gradientRuns(layer))
      .map((run) => ({ ...run, at: run.at + toGradient }));
    const own = {
      parameters: layout.parameters,
      bytes: layout.parameterBytes,
      toGradient,
      runs,
      limit,
      rule: this.rule,
    };
    const kernel = this.module.define("clipped update", { params: [] }, (g) => clippedUpdate(g, own));
    f.call(kernel);
  }

  private limitNorms(f: FunctionBuilder, layer: LayerLayout): void {
    const { numerics, train } = this.input.spec;
    const limit = train.max_norm;
    if (limit === null) return;
    const kernel = this.module.shared(
      `max norm ${layer.panels.wide} ${key(layer.panels)}`,
      { params: ["i32"] },
      (g) => maxNorm(g, { w: layer.panels, limit, numerics }),
    );
    f.call(kernel, I(layer.weights));
  }

  private transposeOf(f: FunctionBuilder, layer: LayerLayout): void {
    if (layer.weightsT === undefined) return;
    const kernel = this.module.shared(`transpose ${key(layer.panels)}`, { params: ["i32", "i32"] }, (g) =>
      transpose(g, layer.panels, layer.panelsT),
    );
    f.call(kernel, I(layer.weights), I(layer.weightsT));
  }

  private gemm(f: FunctionBuilder, call: GemmCall): void {
    const { w, strideA, strideOut, start, scale, addresses } = call;
    const kernel = this.module.shared(
      `gemm ${key(w)} ${strideA} ${strideOut} ${start} ${scale}`,
      { params: ["i32", "i32", "i32", "i32", "i32", "i32"] },
      (g) => gemmRows(g, { w, strideA, strideOut, start, scale, numerics: this.input.spec.numerics }),
    );
    const args: Value[] = [
      addresses.a,
      addresses.w,
      addresses.start,
      addresses.out,
      addresses.scale ?? 0,
    ].map(I);
    f.call(kernel, ...args, f.param(0));
  }
}

interface GemmCall {
  readonly w: Panels;
  readonly strideA: number;
  readonly strideOut: number;
  readonly start: "bias" | "zero";
  readonly scale: boolean;
  readonly addresses: {
    readonly a: number;
    readonly w: number;
    readonly start: number;
    readonly out: number;
    readonly scale?: number;
  };
}

/** What of a layer's parameters counts towards a gradient's norm: a parameter that units share counts once. */
function gradientRuns(layer: LayerLayout): readonly GradientRun[] {
  const columns = layer.pieces * layer.paddedUnits * 4;
  const trained = (layer.formulas?.trained ?? []).map(({ per }, q) => ({
    at: layer.params + q * layer.paddedUnits * 4,
    bytes: per === "layer" ? 4 : layer.paddedUnits * 4,
  }));
  const affine = layer.norm ? [layer.norm.gamma, layer.norm.beta].map((at) => ({ at, bytes: columns })) : [];
  return [
    { at: layer.weights, bytes: layer.panels.bytes },
    { at: layer.bias, bytes: layer.panels.paddedColumns * 4 },
    ...trained,
    ...affine,
  ];
}

const key = (p: Panels): string => `${p.rows}x${p.columns}`;
