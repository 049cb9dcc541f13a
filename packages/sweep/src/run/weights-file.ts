import { Buffer } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TrialRecord } from "@actbench/core/internal";
import { guardDisk } from "../files/guard-disk.js";
import { makeFolder } from "../files/make-folder.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "../files/run-files.js";

const weightsFile = (run: string, id: string): string => join(run, RUN_FILES.weights, `${id}.f32`);

/**
 * Puts the weights that a record brings into a file of the run, before the trial counts as finished; gives
 * the record without them, as a journal has it.
 */
export function keepWeights<R extends TrialRecord>(run: string, record: R): R {
  if (record.status !== "completed" || record.weights === undefined) return record;
  const { weights, ...rest } = record;
  guardDisk(run, "keep the weights of a trial", () => {
    makeFolder(join(run, RUN_FILES.weights));
    replaceFile(weightsFile(run, record.id), Buffer.from(weights, "base64"));
  });
  return rest as R;
}

/**
 * The weights kept of a trial; undefined where there are none, or more than `maxBytes`, which are not its
 * own.
 */
export function readWeights(run: string, id: string, maxBytes: number): Uint8Array | undefined {
  const file = weightsFile(run, id);
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size <= maxBytes ? readFileSync(file) : undefined;
}
