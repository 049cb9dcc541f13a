import { wholeNumber } from "@actbench/core/text";

/** A count with its noun: `1 trial`, `2 trials`, `0 trials`, `1,200 trials`. */
export function plural(count: number, noun: string): string {
  return `${wholeNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}
