import { ascending } from "./ascending.js";

/** Ranks from 1, the smallest value first; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): readonly number[] {
  const order = ascending(values);
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (order[to + 1]?.value === order[from]?.value && to + 1 < order.length) to++;
    for (let i = from; i <= to; i++) result[order[i]?.at ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return result;
}
