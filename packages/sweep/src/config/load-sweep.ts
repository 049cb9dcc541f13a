import type { Sweep } from "../study/sweep.js";
import type { Catalogs } from "./catalogs.js";

export interface LoadOptions {
  /** The sweep file's text. */
  readonly text: string;
  /** The file's name for messages. */
  readonly file: string;
  /** Hydra overrides such as `train.lr=0.1,0.01`, `seeds=3`, `workers=2`, `budget.time=20m`, later ones win. */
  readonly overrides?: readonly string[];
  readonly catalogs: Catalogs;
}

/**
 * Reads a sweep file and expands it to its plan.
 * Throws a `ConfigError` with every problem of the file and of the overrides.
 */
export function loadSweep(_options: LoadOptions): Sweep {
  throw new Error("not written yet");
}

/**
 * The datasets a sweep file names, so that a caller can load them before `loadSweep`.
 * Never throws for what is wrong in the file: `loadSweep` reports that with its place.
 */
export function datasetNames(_options: Omit<LoadOptions, "catalogs">): readonly string[] {
  throw new Error("not written yet");
}
