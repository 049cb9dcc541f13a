import type { Expr } from "../formula/expr.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { maddOf, vec } from "../wasm/vector.js";
import { type ActivateSpec, readVariables } from "./activate.js";
import { type Lanes, laneWriter } from "./lanes.js";
import { Lowering } from "./lower.js";

/**
 * What a block of examples leaves per unit: rows of 32-bit lanes, in this order. Counts are i32. Sums run over
 * distances from the block's first example (`z_first`, `a_first`), so that a small variance beside a large mean is kept.
 */
export const UNIT_STATS = [
  "alive",
  "positive",
  "zeros",
  "max_slope",
  "z_first",
  "z_sum",
  "z_squares",
  "a_first",
  "a_sum",
  "a_squares",
  "a_sizes",
] as const;
export type UnitStat = (typeof UNIT_STATS)[number];

/** Vectors whose formulas are worked through side by side: as many as `f32_activate` takes, or a costly one waits for itself. */
const GROUP = 4;
/** Vectors whose sums run side by side: those of more do not stay in registers. */
const PAIR = 2;

/**
 * `f32_measure_units`: a[r, u] = f(z[r, u]), as `f32_activate`, and per unit over the block's examples: alive, a
 * mask: the slope is somewhere not identically zero (`live`, one tree per pre-activation); positive and zeros:
 * examples with some z > 0, with f(z) = 0; max_slope = max |f′(z)|; with d = z − z_first, of a gated unit's first
 * pre-activation: Σ d, Σ d²; the same of a; a_sizes = Σ |a|. z is overwritten by f′(z). Columns are the outer loop, a
 * group's rows stay in the first-level cache from one pass to the next; sums are sequential in rows.
 * Shapes: z: [rows, pieces · units], a: [rows, units], stats: [`UNIT_STATS`, units]. Error: of a sum, rows · 2⁻²⁴ of
 * the sum of its terms' sizes. Parameters of the function: z, a, stats, params, rows (≥ 1).
 */
export function measureUnits(f: FunctionBuilder, spec: ActivateSpec, live: readonly Expr[]): void {
  const column = f.local("i32");
  const vectors = spec.units / 4;
  const rest = vectors % GROUP;
  const end = i32.const((vectors - rest) * 16);
  if (vectors >= GROUP)
    f.for(column, i32.const(0), end, GROUP * 16, () =>
      measureColumns({ f, spec, live, ...addresses(f, column) }, GROUP),
    );
  if (rest > 0) measureColumns({ f, spec, live, ...addresses(f, end) }, rest);
}

/** A group of columns: where they begin in each of the function's matrices. */
interface Columns {
  readonly f: FunctionBuilder;
  readonly spec: ActivateSpec;
  readonly live: readonly Expr[];
  readonly z: Local;
  readonly a: Local;
  readonly stats: Local;
  readonly params: Local;
}

function addresses(f: FunctionBuilder, column: Value): Pick<Columns, "z" | "a" | "stats" | "params"> {
  const at = (index: number): Local => f.let(i32.add(f.param(index), column));
  return { z: at(0), a: at(1), stats: at(2), params: at(3) };
}

/** All rows of a few vectors of units: what comes in, the activation, what comes out. */
function measureColumns(group: Columns, width: number): void {
  const pairs = Array.from({ length: Math.ceil(width / PAIR) }, (_, pair) => ({
    first: pair * PAIR,
    width: Math.min(PAIR, width - pair * PAIR),
  }));
  for (const pair of pairs) measureInputs(group, pair);
  activateRows(group, width);
  for (const pair of pairs) measureOutputs(group, pair);
  group.f.release(group.z, group.a, group.stats, group.params);
}

/** Vectors of a group, from one on. */
interface Pair {
  readonly first: number;
  readonly width: number;
}

/** Statistics of pre-activations; of a gated unit its slopes say later whether it lives. */
function measureInputs(group: Columns, { first, width }: Pair): void {
  const { f, spec, z, params } = group;
  const offset = first * 16;
  const sums = new Sums(f, ["alive", "positive", "z_first", "z_sum", "z_squares"], width);
  sums.set("z_first", (_, u) => vec.load(z, offset + u * 16));
  eachRow(group, (row) => {
    const w = laneWriter(f, spec.numerics, width);
    const variables = readVariables(w, spec, { z: row.z, params, offset });
    const lowering = new Lowering(w, variables);
    if (spec.formulas.inputs === 1)
      for (const tree of group.live) {
        const mask = lowering.mask(tree);
        sums.set("alive", (old, u) => vec.or(old, lane(mask, u)));
      }
    const positive = lowering.mask(somePositive(spec));
    sums.set("positive", (old, u) => vec.subI32(old, lane(positive, u)));
    addMoments(group, sums, { values: variables.get(names(spec)[0] ?? "") ?? [], of: "z" });
  });
  sums.store(group, first);
}

/** a = f(z), and f′(z) in place of z. */
function activateRows(group: Columns, width: number): void {
  const { f, spec, params } = group;
  const gated = spec.formulas.inputs > 1;
  const sums = new Sums(f, gated ? ["alive"] : [], width);
  eachRow(group, (row) => {
    const w = laneWriter(f, spec.numerics, width);
    const lowering = new Lowering(w, readVariables(w, spec, { z: row.z, params, offset: 0 }));
    const value = lowering.value(spec.formulas.value);
    const slopes = spec.formulas.slopes.map((tree) => lowering.value(tree));
    for (const mask of gated ? group.live.map((tree) => lowering.mask(tree)) : [])
      sums.set("alive", (old, u) => vec.or(old, lane(mask, u)));
    // All loads come before the first store, so that the engine need not fear that they overlap.
    value.forEach((own, u) => {
      f.store(row.a, own, u * 16);
    });
    slopes.forEach((slope, j) => {
      slope.forEach((own, u) => {
        f.store(row.z, own, j * spec.units * 4 + u * 16);
      });
    });
  });
  sums.store(group, 0);
}

/** Statistics of activations, and of the slopes that stand in place of pre-activations. */
function measureOutputs(group: Columns, { first, width }: Pair): void {
  const { f, spec, a } = group;
  const offset = first * 16;
  const sums = new Sums(f, ["zeros", "max_slope", "a_first", "a_sum", "a_squares", "a_sizes"], width);
  sums.set("a_first", (_, u) => vec.load(a, offset + u * 16));
  eachRow(group, (row) => {
    const values = Array.from({ length: width }, (_, u) => f.let(vec.load(row.a, offset + u * 16)));
    spec.formulas.slopes.forEach((_, j) => {
      const at = offset + j * spec.units * 4;
      sums.set("max_slope", (old, u) => vec.pmax(vec.abs(vec.load(row.z, at + u * 16)), old));
    });
    sums.set("zeros", (old, u) => vec.subI32(old, vec.eq(lane(values, u), vec.const(0))));
    addMoments(group, sums, { values, of: "a" });
    sums.set("a_sizes", (old, u) => vec.add(old, vec.abs(lane(values, u))));
    f.release(...values);
  });
  sums.store(group, first);
}

/** Writes the loop over the block's rows, with addresses that move along. */
function eachRow(
  { f, spec, z, a }: Columns,
  body: (row: { readonly z: Local; readonly a: Local }) => void,
): void {
  const row = { z: f.let(z), a: f.let(a) };
  const left = f.let(f.param(4));
  f.while(i32.gt(left, i32.const(0)), () => {
    body(row);
    f.set(row.z, i32.add(row.z, i32.const(spec.strideZ)));
    f.set(row.a, i32.add(row.a, i32.const(spec.strideA)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  f.release(row.z, row.a, left);
}

/** A vector of each of some statistics per vector of units, 0 at first. */
class Sums {
  private readonly locals: ReadonlyMap<UnitStat, readonly Local[]>;

  constructor(
    private readonly f: FunctionBuilder,
    names: readonly UnitStat[],
    width: number,
  ) {
    this.locals = new Map(
      names.map((name) => [name, Array.from({ length: width }, () => f.let(vec.const(0)))]),
    );
  }

  of(name: UnitStat): readonly Local[] {
    return this.locals.get(name) ?? [];
  }

  set(name: UnitStat, next: (old: Local, u: number) => Value): void {
    this.of(name).forEach((local, u) => {
      this.f.set(local, next(local, u));
    });
  }

  /** Writes them to their rows, from a vector of the group on; they are no more after it. */
  store({ stats, spec }: Columns, first: number): void {
    for (const [name, locals] of this.locals) {
      locals.forEach((local, u) => {
        this.f.store(stats, local, UNIT_STATS.indexOf(name) * spec.units * 4 + (first + u) * 16);
      });
      this.f.release(...locals);
    }
  }
}

/** Adds one row's distances from the first example, and their squares. */
function addMoments(
  { f, spec }: Columns,
  sums: Sums,
  { values, of }: { readonly values: Lanes; readonly of: "z" | "a" },
): void {
  const madd = maddOf(spec.numerics);
  const first = sums.of(`${of}_first`);
  const distances = first.map((own, u) => f.let(vec.sub(lane(values, u), own)));
  sums.set(`${of}_sum`, (old, u) => vec.add(old, lane(distances, u)));
  sums.set(`${of}_squares`, (old, u) => madd(lane(distances, u), lane(distances, u), old));
  f.release(...distances);
}

function lane(lanes: Lanes, u: number): Value {
  const value = lanes[u];
  if (!value) throw new RangeError(`there is no vector ${u}`);
  return value;
}

/** Some pre-activation is above 0. */
function somePositive(spec: ActivateSpec): Expr {
  return names(spec)
    .map((name): Expr => ["gt", name, 0])
    .reduce((some, one): Expr => ["or", some, one]);
}

function names({ formulas: { inputs } }: ActivateSpec): readonly string[] {
  return inputs === 1 ? ["x"] : Array.from({ length: inputs }, (_, j) => `x${j + 1}`);
}
