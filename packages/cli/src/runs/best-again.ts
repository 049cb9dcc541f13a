import type { Dataset, StudyPoint } from "@actbench/core/internal";
import type { Run } from "@actbench/report";
import type { Replay } from "../replay/prepare-replay.js";
import { isPage } from "./find-run.js";

type Prepared = Pick<Replay, "spec" | "data">;

interface BestAgain<Q, T> {
  /** What is made of them, in the note that it cannot be. */
  readonly what: string;
  /** The points to train again. */
  readonly requests: () => readonly Q[];
  /** Undefined where a point has nothing to show. */
  readonly make: (prepared: Prepared, request: Q) => T | undefined;
  readonly note: (text: string) => void;
  /** Data that need not be looked for. */
  readonly held: readonly Dataset[];
}

/**
 * Prepares points of a finished run's folder to be trained again, each at its first seed that completed, and
 * gives what `make` makes of them. Nothing where one cannot be prepared or trained, which is noted.
 */
export async function bestAgain<Q extends { readonly point: StudyPoint }, T extends object>(
  { study, records, path }: Run & { readonly path: string },
  { what, requests, make, note, held }: BestAgain<Q, T>,
): Promise<readonly (T & { readonly point: number; readonly seed: number })[]> {
  const { config } = study;
  const found = [...held];
  if (isPage(path) || records.length < study.plan.length) return [];
  const completed = new Set(records.filter(({ status }) => status === "completed").map(({ id }) => id));
  const made: (T & { readonly point: number; readonly seed: number })[] = [];
  for (const request of requests()) {
    const { point } = request;
    const planned = study.plan.find((trial) => trial.point === point.point && completed.has(trial.id));
    if (planned === undefined) continue;
    try {
      const places = { path, config, held: found };
      // With it come datasets and threads, which most pages need not load.
      const { prepareReplay } = await import("../replay/prepare-replay.js");
      const { spec, data } = await prepareReplay({ run: path, planned, point, places }, []);
      found.push(data);
      const one = make({ spec, data }, request);
      if (one !== undefined) made.push({ point: point.point, seed: planned.seed, ...one });
    } catch (error) {
      note(`no ${what}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  }
  return made;
}
