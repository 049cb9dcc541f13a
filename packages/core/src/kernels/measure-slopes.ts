import type { Expr } from "../formula/expr.js";
import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { type ActivateSpec, readVariables } from "./activate.js";
import { laneWriter } from "./lanes.js";
import { Lowering } from "./lower.js";
import { SLOPE_STATS } from "./unit-stats.js";
import { UnitSums } from "./unit-sums.js";

/** Vectors worked through side by side, as in `f32_activate`. */
const GROUP = 4;
/** Rows from one look at what is known to the next. */
const STRETCH = 16;

/**
 * `f32_measure_slopes`: per unit over the block's examples: alive, a mask: the slope is somewhere not
 * identically zero (`live`, one tree per pre-activation); max_slope = max |f′(z)|. A group of units is left
 * as soon as each is alive with a slope of at least `enough`, which decides whether a unit is dead or
 * saturated; what is known is taken over from block to block. Shapes: z: [rows, pieces · units], stats:
 * [`UNIT_STATS`, units]. No sums, so without an order. Error: the slope's own, see `f32_activate`. Parameters
 * of the function: z, stats, params, rows.
 */
export function measureSlopes(f: FunctionBuilder, spec: ActivateSpec, live: readonly Expr[]): void {
  const byte = f.local("i32");
  const vectors = spec.units / 4;
  const rest = vectors % GROUP;
  const end = i32.const((vectors - rest) * 16);
  const group = (at: Value, width: number): void => {
    const [z, stats, params] = [0, 1, 2].map((index) => f.let(i32.add(f.param(index), at))) as [
      Local,
      Local,
      Local,
    ];
    const sums = new UnitSums(f, { stats, units: spec.units, width }, SLOPE_STATS);
    sums.load();
    rowsUntilKnown(f, spec, { live, z, params, sums, width });
    sums.store();
    f.release(z, stats, params);
  };
  if (vectors >= GROUP) f.for(byte, i32.const(0), end, GROUP * 16, () => group(byte, GROUP));
  if (rest > 0) group(end, rest);
}

interface Group {
  readonly live: readonly Expr[];
  readonly z: Local;
  readonly params: Local;
  readonly sums: UnitSums;
  readonly width: number;
}

/** Writes the loops over rows: stretches while something is unknown, and the rows of a stretch. */
function rowsUntilKnown(f: FunctionBuilder, spec: ActivateSpec, group: Group): void {
  const { z, sums, width } = group;
  const stride = i32.const(spec.strideZ);
  const last = f.let(i32.add(z, i32.mul(f.param(3), stride)));
  const end = f.let(z);
  const unknown = Array.from({ length: width }, (_, u) =>
    vec.not(vec.and(sums.of("alive", u), vec.ge(sums.of("max_slope", u), sums.of("enough", u)))),
  ).reduce((some, one) => vec.or(some, one));
  f.while(i32.and(i32.ltU(z, last), vec.anyTrue(unknown)), () => {
    f.set(end, i32.add(z, i32.const(STRETCH * spec.strideZ)));
    f.set(end, select(i32.ltU(end, last), end, last));
    f.while(i32.ltU(z, end), () => {
      slopesOfRow(f, spec, group);
      f.set(z, i32.add(z, stride));
    });
  });
  f.release(last, end);
}

function slopesOfRow(f: FunctionBuilder, spec: ActivateSpec, { live, z, params, sums, width }: Group): void {
  const w = laneWriter(f, spec.numerics, width);
  const lowering = new Lowering(w, readVariables(w, spec, { z, params, offset: 0 }));
  const slopes = spec.formulas.slopes.map((tree) => lowering.value(tree));
  for (const mask of live.map((tree) => lowering.mask(tree)))
    sums.set("alive", (old, u) => vec.or(old, mask[u] as Value));
  for (const slope of slopes) sums.set("max_slope", (old, u) => vec.pmax(vec.abs(slope[u] as Value), old));
}
