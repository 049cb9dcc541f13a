import type { PlannedTrial } from "@actbench/core/internal";
import { runOrder } from "../plan/run-order.js";

/**
 * The shard (1-based) of each trial, in the order of the plan: trials are dealt in the order they run, each
 * to the shard with the least to do so far. So shards are balanced by cost in every seed, and a further seed
 * moves no trial.
 */
export function assignShards(
  plan: readonly PlannedTrial[],
  costs: readonly number[],
  options: { readonly seeds: readonly number[]; readonly count: number },
): readonly number[] {
  const { seeds, count } = options;
  const loads = new LoadHeap(count);
  const shards = new Map<string, number>();
  const queue = plan.map((trial) => ({ trial, cost: costs[trial.point] ?? 0 })).sort(runOrder(seeds));
  for (const { trial, cost } of queue) shards.set(trial.id, loads.give(cost));
  return plan.map(({ id }) => shards.get(id) ?? 1);
}

/** The loads of shards as a binary heap: the least loaded first, of equal ones the first. */
class LoadHeap {
  readonly #heap: { readonly shard: number; load: number }[];

  constructor(count: number) {
    this.#heap = Array.from({ length: count }, (_, i) => ({ shard: i + 1, load: 0 }));
  }

  /** Adds a cost to the least loaded shard; gives its number. */
  give(cost: number): number {
    const heap = this.#heap;
    const top = heap[0];
    if (top === undefined) throw new RangeError("there are no shards");
    top.load += cost;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && isBefore(heap[child], heap[least])) least = child;
      if (least === i) return top.shard;
      [heap[i], heap[least]] = [heap[least] ?? top, heap[i] ?? top];
      i = least;
    }
  }
}

type Load = { readonly shard: number; readonly load: number } | undefined;

function isBefore(a: Load, b: Load): boolean {
  if (a === undefined || b === undefined) return false;
  return a.load < b.load || (a.load === b.load && a.shard < b.shard);
}
