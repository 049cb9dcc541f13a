import { resolve } from "node:path";
import { renderReport } from "@actbench/report";
import { loadRuns } from "../runs/load-runs.js";
import { withRegions } from "../runs/with-regions.js";

export interface ReportOptions {
  /** Hears of damage that was worked around, as `file:line: what`, and of parts that could not be made. */
  readonly onDamage?: (message: string) => void;
}

/** The HTML page of a run, or one page over several: folders, or pages written before. */
export async function report(
  runs: string | readonly string[],
  { onDamage = () => {} }: ReportOptions = {},
): Promise<string> {
  const place = { cwd: process.cwd(), out: resolve("results") };
  const loaded = await loadRuns([runs].flat(), place, { note: onDamage });
  return renderReport({ runs: await Promise.all(loaded.map((run) => withRegions(run, onDamage))) });
}
