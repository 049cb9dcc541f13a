import type { Look } from "@actbench/core/internal";
import { noteLook, RunError } from "@actbench/sweep";

/** A look at the verdicts of a run's folder that is still to be noted there. */
export interface NewLook {
  readonly folder: string;
  readonly look: Look;
}

/** Notes looks in their runs' folders; one that refuses is reported. */
export function noteLooks(looks: readonly NewLook[], note: (message: string) => void): void {
  for (const { folder, look } of looks)
    try {
      noteLook(folder, look);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      note(error.message);
    }
}
