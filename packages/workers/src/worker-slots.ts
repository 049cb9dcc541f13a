/**
 * Numbers for trials that run side by side: 1 … workers, the lowest free one first, however often threads
 * change.
 */
export class WorkerSlots {
  readonly #taken = new Set<number>();

  take(): number {
    let slot = 1;
    while (this.#taken.has(slot)) slot++;
    this.#taken.add(slot);
    return slot;
  }

  release(slot: number): void {
    this.#taken.delete(slot);
  }
}
