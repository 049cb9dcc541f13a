import type { QueuedTrial } from "./queued-trial.js";

/** A seed that was begun is finished when it goes over the budget by no more than this share. */
const GRACE = 1.25;

/**
 * Ends a run in good order: a further seed is begun only when the pace so far says that it ends within the
 * budget, and a begun one is finished, so that all points have the same seeds. The first seed of a session
 * has no pace yet: it ends where the time ends. Where rungs are decided, the seeds of each round count on
 * their own.
 */
export class TimeBudget {
  readonly #budget: number;
  readonly #seedCosts = new Map<string, number>();
  readonly #begun = new Set<string>();
  /** Of the seeds that were begun. */
  #begunCost = 0;

  constructor(budget: number | undefined) {
    this.#budget = budget ?? Number.POSITIVE_INFINITY;
  }

  /** A trial that is going to run. */
  expect(queued: QueuedTrial): void {
    const seed = seedOf(queued);
    this.#seedCosts.set(seed, this.#costOf(seed) + queued.cost);
    if (this.#begun.has(seed)) this.#begunCost += queued.cost;
  }

  /**
   * Whether a trial may start; `costDone` is what trials have done in `elapsed` seconds, running ones
   * included.
   */
  allows(queued: QueuedTrial, now: { readonly elapsed: number; readonly costDone: number }): boolean {
    const { elapsed, costDone } = now;
    const seed = seedOf(queued);
    const isFirst = this.#begun.size === 0 || (this.#begun.size === 1 && this.#begun.has(seed));
    if (isFirst ? elapsed >= this.#budget : !this.#fits(seed, elapsed, costDone)) return false;
    if (!this.#begun.has(seed)) this.#begunCost += this.#costOf(seed);
    this.#begun.add(seed);
    return true;
  }

  #fits(seed: string, elapsed: number, costDone: number): boolean {
    if (this.#begun.has(seed)) return elapsed < GRACE * this.#budget;
    const pace = costDone > 0 ? elapsed / costDone : 0;
    return elapsed < this.#budget && pace * (this.#begunCost + this.#costOf(seed)) <= this.#budget;
  }

  #costOf(seed: string): number {
    return this.#seedCosts.get(seed) ?? 0;
  }
}

function seedOf({ trial, round }: QueuedTrial): string {
  return `${round} ${trial.seed}`;
}
