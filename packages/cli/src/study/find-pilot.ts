import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "@actbench/report";
import { folderName, RunError, type Sweep } from "@actbench/sweep";
import type { RunsPlace } from "../runs/find-run.js";
import type { Terminal } from "../terminal/terminal.js";

/**
 * The run whose spread between seeds says what a plan can decide: the one named, else the sweep's own where
 * it has begun under `out`. If its own folder cannot be read, that is reported and ignored.
 */
export async function findPilot(
  { pilot, sweep }: { readonly pilot: string | undefined; readonly sweep: Sweep },
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<Run | undefined> {
  const own = join(place.out, folderName(sweep.name, sweep.hash, sweep.shard));
  if (pilot === undefined && !existsSync(own)) return undefined;
  // A plan before its first run, the most common, waits for nothing that reads runs.
  const { loadRun } = await import("../runs/load-runs.js");
  if (pilot !== undefined) return loadRun(pilot, place, terminal);
  try {
    return await loadRun(own, place, terminal);
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    terminal.note(error.message);
    return undefined;
  }
}
