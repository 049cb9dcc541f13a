import { StudyLoop } from "./study-loop.js";
import type { StudyOptions, Summary } from "./study-session.js";

/**
 * Runs what is missing of a run's plan: seed by seed, within a seed the longest first.
 * A trial counts as finished when its record is on the disk, and not before; trials that end while the disk
 * is busy are written together. `results.csv` is replaced at the end. Rejects only when the executor or the
 * disk is broken; what finished before is kept then too.
 */
export async function runStudy(options: StudyOptions): Promise<Summary> {
  const summary = await new StudyLoop(options).run();
  options.run.writeResults();
  return summary;
}
