import { resolve } from "node:path";
import { makePage } from "../page/make-page.js";
import { checkArgument, checkOptions, FUNCTION, TEXT, TEXTS } from "./check-call.js";

export interface ReportOptions {
  /** Called with damage that was worked around, as `file:line: what`, and of parts that could not be made. */
  readonly onDamage?: (message: string) => void;
}

/** The HTML page of a run, or one page over several: folders, or pages written before. */
export async function report(runs: string | readonly string[], options: ReportOptions = {}): Promise<string> {
  checkArgument("report", "what it is of", runs, {
    what: "a run's folder or page, or an array of them",
    fits: (value) => TEXT.fits(value) || (TEXTS.fits(value) && Array.isArray(value) && value.length > 0),
  });
  checkOptions("report", options, { onDamage: FUNCTION });
  const { onDamage = () => {} } = options;
  const place = { cwd: process.cwd(), out: resolve("results") };
  const { page } = await makePage({ kind: "asked", names: [runs].flat(), place }, { note: onDamage });
  return page;
}
