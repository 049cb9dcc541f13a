/** Where a block's numbers begin, a number per column each. */
export interface MomentsBlock {
  readonly first: number;
  readonly sum: number;
  readonly squares: number;
}

/** Mean and variance of many columns, gathered block by block in f64. */
export class Moments {
  /** The reference value of each column, to which distances are relative: its first value. */
  private readonly origin: Float64Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private count = 0;

  constructor(columns: number) {
    this.origin = new Float64Array(columns);
    this.sums = new Float64Array(columns);
    this.squares = new Float64Array(columns);
  }

  /**
   * Adds a block of `count` values per column, told by its distances d from a value of its own: `first`, Σ d
   * and Σ d². With δ from the origin to `first`: Σ (d + δ) = Σ d + nδ, Σ (d + δ)² = Σ d² + δ(2 Σ d + nδ).
   */
  add(count: number, numbers: Float32Array, { first, sum, squares }: MomentsBlock): void {
    if (this.count === 0) this.origin.set(numbers.subarray(first, first + this.origin.length));
    for (let i = 0; i < this.origin.length; i++) {
      const away = (numbers[first + i] as number) - (this.origin[i] as number);
      const own = numbers[sum + i] as number;
      const moved = own + count * away;
      this.sums[i] = (this.sums[i] as number) + moved;
      this.squares[i] = (this.squares[i] as number) + (numbers[squares + i] as number) + away * (own + moved);
    }
    this.count += count;
  }

  mean(column: number): number {
    return (this.origin[column] as number) + (this.sums[column] as number) / Math.max(1, this.count);
  }

  /** Means of all columns. */
  means(): Float64Array {
    return this.origin.map((_, column) => this.mean(column));
  }

  /** Σ (x − mean)² / n. */
  variance(column: number): number {
    const count = Math.max(1, this.count);
    const shift = (this.sums[column] as number) / count;
    return Math.max(0, (this.squares[column] as number) / count - shift * shift);
  }
}
