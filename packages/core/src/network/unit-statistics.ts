import { UNIT_STATS, type UnitStat } from "../kernels/unit-stats.js";
import type { LayerLayout } from "./layout.js";
import { Moments } from "./moments.js";

/** A network's numbers by their place. */
export interface NetworkMemory {
  readonly f32: Float32Array;
  readonly i32: Int32Array;
}

/** What a hidden layer's units did over all examples of a probe, gathered in spans of some blocks. */
export class UnitStatistics {
  readonly units: number;
  /** Examples so far. */
  examples = 0;
  /** 1 where the slope was somewhere not identically zero. */
  readonly alive: Uint8Array;
  /** max |f′(z)|; of a unit that reaches `enough` only that it does. */
  readonly maxSlope: Float64Array;
  /** Examples with a pre-activation above 0. */
  readonly positive: Float64Array;
  /** Examples whose activation was exactly 0. */
  readonly zeros: Float64Array;
  /** Of the pre-activation; of a gated unit's first. */
  readonly z: Moments;
  /** Of the activation. */
  readonly a: Moments;
  /** Σ |a|. */
  readonly sizes: Float64Array;
  private readonly rows: Readonly<Record<UnitStat, number>>;

  /**
   * Of the layer's table in memory, which one probe at a time fills. `enough`: slopes are looked at up to it,
   * f32.
   */
  constructor(
    private readonly memory: NetworkMemory,
    private readonly layer: Pick<LayerLayout, "units" | "paddedUnits" | "stats">,
    readonly enough: number,
  ) {
    const { units, paddedUnits, stats } = layer;
    this.units = units;
    this.alive = new Uint8Array(units);
    this.maxSlope = new Float64Array(units);
    this.positive = new Float64Array(units);
    this.zeros = new Float64Array(units);
    this.z = new Moments(units);
    this.a = new Moments(units);
    this.sizes = new Float64Array(units);
    this.rows = placeRows(stats / 4, paddedUnits);
  }

  /**
   * Tells the kernels what is known of slopes, before the first block of a probe; of padding, that nothing is
   * left to know.
   */
  begin(): void {
    const { memory, rows, units } = this;
    const { paddedUnits } = this.layer;
    memory.i32.fill(-1, rows.alive, rows.alive + paddedUnits);
    memory.f32.fill(0, rows.enough, rows.enough + paddedUnits);
    memory.f32.fill(this.enough, rows.enough, rows.enough + units);
    for (let unit = 0; unit < units; unit++) memory.i32[rows.alive + unit] = -(this.alive[unit] as number);
    memory.f32.set(this.maxSlope, rows.max_slope);
  }

  /** Whether each unit was seen with a slope that is not identically zero. */
  knowsAll(): boolean {
    const { i32 } = this.memory;
    const { alive } = this.rows;
    for (let unit = 0; unit < this.units; unit++) if (i32[alive + unit] === 0) return false;
    return true;
  }

  /** Adds the `count` examples that probes have summed in memory. */
  addSpan(count: number): void {
    const { rows } = this;
    const { f32, i32 } = this.memory;
    addRow(this.positive, i32, rows.positive);
    addRow(this.zeros, i32, rows.zeros);
    addRow(this.sizes, f32, rows.a_sizes);
    this.z.add(count, f32, { first: rows.z_first, sum: rows.z_sum, squares: rows.z_squares });
    this.a.add(count, f32, { first: rows.a_first, sum: rows.a_sum, squares: rows.a_squares });
    this.examples += count;
  }

  /** Takes over what is known of slopes after the last block. */
  end(): void {
    const { memory, rows, units } = this;
    for (let unit = 0; unit < units; unit++) this.alive[unit] = memory.i32[rows.alive + unit] === 0 ? 0 : 1;
    this.maxSlope.set(memory.f32.subarray(rows.max_slope, rows.max_slope + units));
  }
}

/** Where each row of the table begins, in 32-bit words. */
function placeRows(table: number, paddedUnits: number): Readonly<Record<UnitStat, number>> {
  const places = UNIT_STATS.map((name, row) => [name, table + row * paddedUnits] as const);
  return Object.fromEntries(places) as Record<UnitStat, number>;
}

function addRow(totals: Float64Array, numbers: Float32Array | Int32Array, at: number): void {
  for (let unit = 0; unit < totals.length; unit++)
    totals[unit] = (totals[unit] as number) + (numbers[at + unit] as number);
}
