import type { QueuedTrial } from "./trial-queue.js";

/** A seed that was begun is finished when it goes over the budget by no more than this share. */
const GRACE = 1.25;

/**
 * Ends a run in good order: a further seed is begun only when the pace so far says that it ends within the budget,
 * and a begun one is finished, so that all points have the same seeds. The first seed of a session has no pace
 * yet: it ends where the time ends.
 */
export class TimeBudget {
  readonly #budget: number;
  readonly #seedCosts = new Map<number, number>();
  readonly #begun = new Set<number>();

  constructor(budget: number | undefined, queue: readonly QueuedTrial[]) {
    this.#budget = budget ?? Number.POSITIVE_INFINITY;
    for (const { trial, cost } of queue)
      this.#seedCosts.set(trial.seed, (this.#seedCosts.get(trial.seed) ?? 0) + cost);
  }

  /** Whether a trial may start; `costDone` is what trials have done in `elapsed` seconds, running ones included. */
  allows({ trial }: QueuedTrial, now: { readonly elapsed: number; readonly costDone: number }): boolean {
    const { elapsed, costDone } = now;
    const isFirst = this.#begun.size === 0 || (this.#begun.size === 1 && this.#begun.has(trial.seed));
    if (isFirst ? elapsed >= this.#budget : !this.#fits(trial.seed, elapsed, costDone)) return false;
    this.#begun.add(trial.seed);
    return true;
  }

  #fits(seed: number, elapsed: number, costDone: number): boolean {
    if (this.#begun.has(seed)) return elapsed < GRACE * this.#budget;
    const cost = [...this.#begun, seed].reduce((sum, one) => sum + (this.#seedCosts.get(one) ?? 0), 0);
    const pace = costDone > 0 ? elapsed / costDone : 0;
    return elapsed < this.#budget && pace * cost <= this.#budget;
  }
}
