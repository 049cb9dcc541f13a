import type { Run } from "@actbench/report";
import { folderName } from "@actbench/sweep";

/** File systems take 255 bytes, and the file is written under a longer name first. */
const MAX_BYTES = 200;

/**
 * The name of the page of a comparison: the runs' names, where they are too long their hashes. No name of a
 * run is a path.
 */
export function comparisonPage(runs: readonly Pick<Run, "study">[]): string {
  const names = runs.map(({ study }) => folderName(study.name, study.hash)).join("-");
  const hashes = runs.map(({ study }) => study.hash.slice(0, 8)).join("-");
  return `compare-${Buffer.byteLength(names) <= MAX_BYTES ? names : hashes.slice(0, MAX_BYTES)}.html`;
}
