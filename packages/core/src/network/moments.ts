/** Mean and variance of many columns, gathered block by block in f64. */
export class Moments {
  readonly mean: Float64Array;
  private readonly squares: Float64Array;
  private count = 0;

  constructor(columns: number) {
    this.mean = new Float64Array(columns);
    this.squares = new Float64Array(columns);
  }

  /**
   * Adds a block of `count` values per column, told by its distances d from a value of its own: `first`, Σ d and Σ d². Blocks are
   * merged by the distance of their means (Chan, Golub & LeVeque 1979).
   */
  add(
    count: number,
    block: {
      readonly first: ArrayLike<number>;
      readonly sum: ArrayLike<number>;
      readonly squares: ArrayLike<number>;
    },
  ): void {
    const { mean, squares } = this;
    const all = this.count + count;
    for (let i = 0; i < mean.length; i++) {
      const shift = (block.sum[i] as number) / count;
      const away = (block.first[i] as number) + shift - (mean[i] as number);
      const inside = Math.max(0, (block.squares[i] as number) - shift * (block.sum[i] as number));
      mean[i] = (mean[i] as number) + (away * count) / all;
      squares[i] = (squares[i] as number) + inside + (away * away * this.count * count) / all;
    }
    this.count = all;
  }

  /** Σ (x − mean)² / n. */
  variance(column: number): number {
    return (this.squares[column] as number) / Math.max(1, this.count);
  }
}
