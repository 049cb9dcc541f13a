/** Numbers for trials that run side by side: 1 … workers, the lowest free one first, however often threads change. */
export class Lanes {
  readonly #taken = new Set<number>();

  take(): number {
    let lane = 1;
    while (this.#taken.has(lane)) lane++;
    this.#taken.add(lane);
    return lane;
  }

  release(lane: number): void {
    this.#taken.delete(lane);
  }
}
