import { UNIT_STATS, type UnitStat } from "../kernels/measure-units.js";
import type { LayerLayout } from "./layout.js";
import { Moments } from "./moments.js";

/** A network's numbers by their place. */
export interface NetworkMemory {
  readonly f32: Float32Array;
  readonly i32: Int32Array;
}

/** What a hidden layer's units did over all examples of a probe, gathered block by block. */
export class UnitStatistics {
  readonly units: number;
  /** Examples so far. */
  examples = 0;
  /** 1 where the slope was somewhere not identically zero. */
  readonly alive: Uint8Array;
  /** Examples with a pre-activation above 0. */
  readonly positive: Float64Array;
  /** Examples whose activation was exactly 0. */
  readonly zeros: Float64Array;
  /** max |f′(z)|. */
  readonly maxSlope: Float64Array;
  /** Of the pre-activation; of a gated unit's first. */
  readonly z: Moments;
  /** Of the activation. */
  readonly a: Moments;
  /** Σ |a|. */
  readonly sizes: Float64Array;

  constructor(private readonly layer: LayerLayout) {
    const { units } = layer;
    this.units = units;
    this.alive = new Uint8Array(units);
    this.positive = new Float64Array(units);
    this.zeros = new Float64Array(units);
    this.maxSlope = new Float64Array(units);
    this.z = new Moments(units);
    this.a = new Moments(units);
    this.sizes = new Float64Array(units);
  }

  /** Adds the block of `rows` examples that a probe just left in memory. */
  addBlock(memory: NetworkMemory, rows: number): void {
    const row = <T extends Float32Array | Int32Array>(numbers: T, stat: UnitStat): T => {
      const at = this.layer.stats / 4 + UNIT_STATS.indexOf(stat) * this.layer.paddedUnits;
      return numbers.subarray(at, at + this.units) as T;
    };
    const { f32, i32 } = memory;
    const [alive, positive, zeros] = [row(i32, "alive"), row(i32, "positive"), row(i32, "zeros")];
    const [slope, sizes] = [row(f32, "max_slope"), row(f32, "a_sizes")];
    for (let unit = 0; unit < this.units; unit++) {
      if (alive[unit] !== 0) this.alive[unit] = 1;
      this.positive[unit] = (this.positive[unit] as number) + (positive[unit] as number);
      this.zeros[unit] = (this.zeros[unit] as number) + (zeros[unit] as number);
      this.maxSlope[unit] = Math.max(this.maxSlope[unit] as number, slope[unit] as number);
      this.sizes[unit] = (this.sizes[unit] as number) + (sizes[unit] as number);
    }
    for (const of of ["z", "a"] as const)
      this[of].add(rows, {
        first: row(f32, `${of}_first`),
        sum: row(f32, `${of}_sum`),
        squares: row(f32, `${of}_squares`),
      });
    this.examples += rows;
  }
}
