/**
 * The memory of an agent, shared by its running trials: one that does not fit beside the others waits for
 * them.
 */
export class MemoryBudget {
  readonly limit: number;
  #used = 0;
  #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Resolves once this much is free; it is more than `limit` never. */
  async reserve(bytes: number): Promise<void> {
    while (this.#used > 0 && this.#used + bytes > this.limit)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#used += bytes;
  }

  release(bytes: number): void {
    this.#used -= bytes;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
