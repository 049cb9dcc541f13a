import type { Numerics } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { inputNames } from "../formula/input-names.js";
import { readsNoise } from "../formula/tree.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { type Lanes, type LaneWriter, laneWriter } from "./lanes.js";
import { Lowering } from "./lower.js";

/** An activation's formulas as kernels want them: fixed parameters folded in, trained ones as `$name`. */
export interface ActivationFormulas {
  /** Pre-activations per unit; the trees read `x`, or `x1` … `xk`. */
  readonly inputs: number;
  /** Variables that something else has written behind the pre-activations, a row of units each. */
  readonly given?: readonly string[];
  readonly value: Expr;
  /** ∂f/∂x of each pre-activation. */
  readonly slopes: readonly Expr[];
  readonly trained: readonly TrainedParam[];
}

export interface TrainedParam {
  readonly name: string;
  /** ∂f/∂parameter. */
  readonly slope: Expr;
  readonly per: "layer" | "unit";
  /** Its own weight decay; that of the weights where absent. */
  readonly weight_decay?: number;
}

export interface ActivateSpec {
  readonly formulas: ActivationFormulas;
  /** Units, padded to a multiple of 4; pre-activation j of a unit lies j · units columns further. */
  readonly units: number;
  readonly strideZ: number;
  /** Bytes from the start of a row of pre-activations to what is `given`. */
  readonly given: number;
  readonly strideA: number;
  /** Stride of the draws behind `noise` and dropout. */
  readonly strideDraws: number;
  readonly dropout: Dropout;
  readonly numerics: Numerics;
}

/** What happens to a hidden layer's outputs in training; at most one of the two. */
export interface Dropout {
  /** Share of outputs set to 0; the others are divided by 1 − share. */
  readonly plain: number;
  /**
   * Share of outputs set to selu's lower limit, then mapped so that mean and variance are kept (Klambauer et
   * al. 2017).
   */
  readonly alpha: number;
}

/** Vectors worked through side by side; more would spill. */
const GROUP = 4;

/** selu at −∞: −λα. */
const ALPHA_PRIME = -1.7580993408473766;

/**
 * `f32_activate`: a[r, u] = f(z[r, u]). In training (`slopes`) z is overwritten by f′(z), ∂f/∂p of trained
 * parameter j is written j · units columns into `p` (stride: strideZ), and outputs and slopes are dropped as
 * `dropout` says. Parameters of the function: z, a, p (slopes of trained parameters), params (their values:
 * one row of units each), noise and drop (uniform draws, where the formula or dropout reads them), rows.
 * Shapes: z and p: [rows, pieces · units] and [rows, trained · units]; a, noise, drop: [rows, units].
 * Elementwise, so without an order. Error: the activation's own, which `activation-error.test.ts` holds each
 * of the catalog to.
 */
export function activate(f: FunctionBuilder, spec: ActivateSpec, mode: "value" | "slopes"): void {
  const [z, a, p, params, noise, drop, rows] = [0, 1, 2, 3, 4, 5, 6].map((index) => f.param(index)) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const left = f.let(rows);
  const vectors = spec.units / 4;
  const groups = Math.floor(vectors / GROUP);
  const at = f.local("i32");
  const body = (width: number, byte: Value, offset: number): void => {
    const w = laneWriter(f, spec.numerics, width);
    const address = (base: Value): Value => i32.add(base, byte);
    const zAt = f.let(address(z));
    const from = { z: zAt, params: f.let(address(params)), offset };
    const draw = (base: Value): Lanes => loadLanes(w, f.let(address(base)), offset);
    const training = mode === "slopes";
    const variables = readVariables(w, spec, from);
    if (training && readsNoise(spec.formulas.value)) variables.set("noise", draw(noise));
    const lowering = new Lowering(w, variables);
    const dropped = training ? dropping(w, spec.dropout, () => draw(drop)) : undefined;
    const value = lowering.value(spec.formulas.value);
    const slopesOf = (trees: readonly Expr[]): Lanes[] =>
      trees.map((tree) => lowering.value(tree)).map((lanes) => (dropped ? dropped.slope(lanes) : lanes));
    const slopes = training ? slopesOf(spec.formulas.slopes) : [];
    const paramSlopes = training ? slopesOf(spec.formulas.trained.map(({ slope }) => slope)) : [];
    // All loads come before the first store, so that the engine need not fear that they overlap.
    const put = (base: Value, lanes: Lanes, column: number): void =>
      lanes.forEach((lane, u) => {
        f.store(base, lane, offset + (column * vectors + u) * 16);
      });
    put(f.let(address(a)), dropped ? dropped.output(value) : value, 0);
    slopes.forEach((lanes, j) => {
      put(zAt, lanes, j);
    });
    if (paramSlopes.length > 0) {
      const pAt = f.let(address(p));
      paramSlopes.forEach((lanes, j) => {
        put(pAt, lanes, j);
      });
    }
  };
  f.while(i32.gt(left, i32.const(0)), () => {
    if (groups > 0)
      f.for(at, i32.const(0), i32.const(groups * GROUP * 16), GROUP * 16, () => body(GROUP, at, 0));
    if (vectors % GROUP > 0) body(vectors % GROUP, i32.const(0), groups * GROUP * 16);
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(a, i32.add(a, i32.const(spec.strideA)));
    f.set(p, i32.add(p, i32.const(spec.strideZ)));
    f.set(noise, i32.add(noise, i32.const(spec.strideDraws)));
    f.set(drop, i32.add(drop, i32.const(spec.strideDraws)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
}

interface Dropping {
  output(lanes: Lanes): Lanes;
  slope(lanes: Lanes): Lanes;
}

/** An output is kept where its draw is at least the share dropped. */
function dropping(w: LaneWriter, { plain, alpha }: Dropout, draw: () => Lanes): Dropping | undefined {
  if (plain > 0) {
    const keep = w.each(
      (u, share, scale) => vec.and(vec.ge(u, share), scale),
      draw(),
      w.constant(plain),
      w.constant(1 / (1 - plain)),
    );
    const kept = (lanes: Lanes): Lanes => w.each(vec.mul, lanes, keep);
    return { output: kept, slope: kept };
  }
  if (alpha === 0) return undefined;
  const keep = w.each(vec.ge, draw(), w.constant(alpha));
  const scale = 1 / Math.sqrt((1 - alpha) * (1 + alpha * ALPHA_PRIME * ALPHA_PRIME));
  return {
    output: (lanes) =>
      w.madd(
        w.each(vec.select, keep, lanes, w.constant(ALPHA_PRIME)),
        w.constant(scale),
        w.constant(-scale * alpha * ALPHA_PRIME),
      ),
    slope: (lanes) =>
      w.each((lane, keep, scale) => vec.and(keep, vec.mul(lane, scale)), lanes, keep, w.constant(scale)),
  };
}

function loadLanes(w: LaneWriter, base: Value, offset: number): Lanes {
  return Array.from({ length: w.width }, (_, u) => w.f.let(vec.load(base, offset + u * 16)));
}

/**
 * Loads pre-activations and trained parameters of one group of vectors. Noise is its mean, as in evaluation,
 * until training puts draws in its place.
 */
export function readVariables(
  w: LaneWriter,
  spec: ActivateSpec,
  from: { readonly z: Value; readonly params: Value; readonly offset: number },
): Map<string, Lanes> {
  const { inputs, given = [], trained } = spec.formulas;
  const load = (base: Value, column: number, start = 0): Lanes =>
    loadLanes(w, base, from.offset + start + column * spec.units * 4);
  const variables = new Map<string, Lanes>([["noise", w.constant(0.5)]]);
  inputNames(inputs).forEach((name, j) => {
    variables.set(name, load(from.z, j));
  });
  given.forEach((name, j) => {
    variables.set(name, load(from.z, j, spec.given));
  });
  trained.forEach(({ name }, j) => {
    variables.set(`$${name}`, load(from.params, j));
  });
  return variables;
}
