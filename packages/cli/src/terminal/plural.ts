/** A count with its noun: `1 trial`, `2 trials`, `0 trials`, `1,200 trials`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
