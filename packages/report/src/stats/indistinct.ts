import { ascending } from "./ascending.js";

/**
 * The largest groups of methods, by rank, within which no two differ by more than the critical difference;
 * each as places in the list given. A method that differs from all others is in no group.
 */
export function indistinct(meanRanks: readonly number[], critical: number): readonly (readonly number[])[] {
  const order = ascending(meanRanks);
  const groups: number[][] = [];
  let reached = -1;
  order.forEach(({ value: rank }, from) => {
    let to = from;
    while ((order[to + 1]?.value ?? Infinity) - rank <= critical) to++;
    if (to > from && to > reached) groups.push(order.slice(from, to + 1).map(({ at }) => at));
    reached = Math.max(reached, to);
  });
  return groups;
}
