import type { Progress } from "@actbench/sweep";

/** The line of `--reporter=ndjson` for an event: one per finished trial, the record as in the journal. */
export function finishedLine(event: Progress): string | undefined {
  if (event.type !== "finished") return undefined;
  const { trial, label, record } = event;
  const { trial: number, point, seed } = trial;
  return JSON.stringify({ type: "finished", trial: number, point, seed, label, record });
}
