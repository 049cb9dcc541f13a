import type { Expr } from "../formula/expr.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { maddOf, vec } from "../wasm/vector.js";
import { type ActivateSpec, readVariables } from "./activate.js";
import { type Lanes, type LaneWriter, laneWriter } from "./lanes.js";
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

/** Vectors worked through side by side: as many as `f32_activate` takes, or a costly formula waits for itself. */
const GROUP = 4;

/**
 * `f32_measure_units`: a[r, u] = f(z[r, u]), as `f32_activate`, and per unit over the block's examples: alive, a
 * mask: the slope is somewhere not identically zero (`live`, one tree per pre-activation); positive and zeros:
 * examples with some z > 0, with f(z) = 0; max_slope = max |f′(z)|; with d = z − z_first, of a gated unit's first
 * pre-activation: Σ d, Σ d²; the same of a; a_sizes = Σ |a|. Columns are the outer loop, and sums sequential in rows.
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
      measureColumns(f, spec, { live, column, width: GROUP }),
    );
  if (rest > 0) measureColumns(f, spec, { live, column: end, width: rest });
}

interface Columns {
  readonly live: readonly Expr[];
  /** Byte of the first. */
  readonly column: Value;
  /** Vectors. */
  readonly width: number;
}

/** All rows of a few vectors of units. */
function measureColumns(f: FunctionBuilder, spec: ActivateSpec, { live, column, width }: Columns): void {
  const [z, a, stats, params] = [0, 1, 2, 3].map((index) => f.let(i32.add(f.param(index), column))) as [
    Local,
    Local,
    Local,
    Local,
  ];
  const row = (): UnitRow => new UnitRow(laneWriter(f, spec.numerics, width), spec, { z, params });
  const kept = Object.fromEntries(
    UNIT_STATS.map((name) => [name, Array.from({ length: width }, () => f.let(vec.const(0)))]),
  ) as Record<UnitStat, Local[]>;
  const keep = (name: UnitStat, next: (old: Local, u: number) => Value): void =>
    kept[name].forEach((local, u) => {
      f.set(local, next(local, u));
    });
  const first = row();
  keep("z_first", (_, u) => lane(first.inputs[0], u));
  keep("a_first", (_, u) => lane(first.value, u));
  const left = f.let(f.param(4));
  f.while(i32.gt(left, i32.const(0)), () => {
    const now = row();
    for (const mask of now.masks(live)) keep("alive", (old, u) => vec.or(old, lane(mask, u)));
    const positive = now.positive();
    keep("positive", (old, u) => vec.subI32(old, lane(positive, u)));
    for (const slope of now.slopes()) keep("max_slope", (old, u) => vec.pmax(vec.abs(lane(slope, u)), old));
    keep("zeros", (old, u) => vec.subI32(old, vec.eq(lane(now.value, u), vec.const(0))));
    addMoments(f, spec, { kept, values: now.inputs[0], of: "z" });
    addMoments(f, spec, { kept, values: now.value, of: "a" });
    keep("a_sizes", (old, u) => vec.add(old, vec.abs(lane(now.value, u))));
    now.value.forEach((value, u) => {
      f.store(a, value, u * 16);
    });
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(a, i32.add(a, i32.const(spec.strideA)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  UNIT_STATS.forEach((name, index) => {
    kept[name].forEach((local, u) => {
      f.store(stats, local, index * spec.units * 4 + u * 16);
    });
    f.release(...kept[name]);
  });
  f.release(z, a, stats, params, left);
}

function lane(lanes: Lanes | undefined, u: number): Value {
  const value = lanes?.[u];
  if (!value) throw new RangeError(`there is no vector ${u}`);
  return value;
}

interface Moments {
  readonly kept: Readonly<Record<UnitStat, readonly Local[]>>;
  readonly values: Lanes | undefined;
  readonly of: "z" | "a";
}

/** Adds one row's distances from the first example, and their squares. */
function addMoments(f: FunctionBuilder, spec: ActivateSpec, { kept, values, of }: Moments): void {
  const madd = maddOf(spec.numerics);
  const [first, sum, squares] = [kept[`${of}_first`], kept[`${of}_sum`], kept[`${of}_squares`]];
  sum.forEach((total, u) => {
    const d = f.let(vec.sub(lane(values, u), lane(first, u)));
    f.set(total, vec.add(total, d));
    const square = squares[u];
    if (square) f.set(square, madd(d, d, square));
    f.release(d);
  });
}

/** One row of the vectors; what is not asked for is not computed. */
class UnitRow {
  readonly inputs: readonly Lanes[];
  readonly value: Lanes;
  private readonly lowering: Lowering;

  constructor(
    w: LaneWriter,
    private readonly spec: ActivateSpec,
    from: { readonly z: Value; readonly params: Value },
  ) {
    const variables = readVariables(w, spec, { ...from, offset: 0 });
    this.inputs = this.names().map((name) => variables.get(name) ?? []);
    this.lowering = new Lowering(w, variables);
    this.value = this.lowering.value(spec.formulas.value);
  }

  slopes(): readonly Lanes[] {
    return this.spec.formulas.slopes.map((tree) => this.lowering.value(tree));
  }

  masks(trees: readonly Expr[]): readonly Lanes[] {
    return trees.map((tree) => this.lowering.mask(tree));
  }

  /** Some pre-activation is above 0. */
  positive(): Lanes {
    return this.lowering.mask(
      this.names()
        .map((name): Expr => ["gt", name, 0])
        .reduce((some, one): Expr => ["or", some, one]),
    );
  }

  private names(): readonly string[] {
    const { inputs } = this.spec.formulas;
    return inputs === 1 ? ["x"] : Array.from({ length: inputs }, (_, j) => `x${j + 1}`);
  }
}
