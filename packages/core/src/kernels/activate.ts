import type { Expr } from "../formula/expr.js";
import type { Numerics } from "../trial/spec.js";
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
}

export interface ActivateSpec {
  readonly formulas: ActivationFormulas;
  /** Units, padded to a multiple of 4; pre-activation j of a unit lies j · units columns further. */
  readonly units: number;
  readonly strideZ: number;
  readonly strideA: number;
  readonly numerics: Numerics;
}

/** Vectors worked through side by side; more would spill. */
const GROUP = 4;

/**
 * `f32_activate`: a[r, u] = f(z[r, u]). With `slopes`, z is overwritten by f′(z), and ∂f/∂p of trained
 * parameter j is written j · units columns into `p` (stride: strideZ). Parameters of the function: z, a, p
 * (slopes of trained parameters), params (their values: one vector of units each), rows.
 */
export function activate(f: FunctionBuilder, spec: ActivateSpec, mode: "value" | "slopes"): void {
  const [z, a, p, params, rows] = [0, 1, 2, 3, 4].map((index) => f.param(index)) as [
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
    const variables = readVariables(w, spec, { z: zAt, params: f.let(address(params)), offset });
    const lowering = new Lowering(w, variables);
    const value = lowering.value(spec.formulas.value);
    const slopes = mode === "slopes" ? spec.formulas.slopes.map((tree) => lowering.value(tree)) : [];
    const paramSlopes =
      mode === "slopes" ? spec.formulas.trained.map(({ slope }) => lowering.value(slope)) : [];
    // All loads come before the first store, so that the engine need not fear that they overlap.
    const put = (base: Value, lanes: Lanes, column: number): void =>
      lanes.forEach((lane, u) => {
        f.store(base, lane, offset + (column * vectors + u) * 16);
      });
    put(f.let(address(a)), value, 0);
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
    f.set(left, i32.sub(left, i32.const(1)));
  });
}

/** Loads pre-activations and trained parameters of one group of vectors. */
export function readVariables(
  w: LaneWriter,
  spec: ActivateSpec,
  from: { readonly z: Value; readonly params: Value; readonly offset: number },
): Map<string, Lanes> {
  const { inputs, trained } = spec.formulas;
  const load = (base: Value, column: number): Lanes =>
    Array.from({ length: w.width }, (_, u) =>
      w.f.let(vec.load(base, from.offset + column * spec.units * 4 + u * 16)),
    );
  const variables = new Map<string, Lanes>();
  for (let j = 0; j < inputs; j++) variables.set(inputs === 1 ? "x" : `x${j + 1}`, load(from.z, j));
  trained.forEach(({ name }, j) => {
    variables.set(`$${name}`, load(from.params, j));
  });
  return variables;
}
