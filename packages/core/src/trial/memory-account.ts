/** Keeps the trials that run at the same time within a limit of memory, by what each is estimated to need. */
export class MemoryAccount {
  readonly limit: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /**
   * Resolves when `bytes` fit, in the order of the calls; immediately for more than the limit when nothing
   * else runs.
   */
  async reserve(bytes: number): Promise<void> {
    while (this.#taken > 0 && this.#taken + bytes > this.limit)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken += bytes;
  }

  release(bytes: number): void {
    this.#taken -= bytes;
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
