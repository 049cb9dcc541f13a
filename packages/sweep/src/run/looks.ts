import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Look } from "@actbench/core/internal";
import { z } from "zod";
import { fileKind, readText } from "../files/file-kind.js";
import { guardDisk } from "../files/guard-disk.js";
import { RUN_FILES } from "../files/run-files.js";

const schema = z.object({
  at: z.string(),
  command: z.string(),
  n: z.int().min(1),
  declared: z.int().min(1).exactOptional(),
});

/**
 * The looks that a run's folder holds, in the order of time. Invalid lines are skipped: losing a look only
 * makes the level less strict.
 */
export function readLooks(folder: string): readonly Look[] {
  const path = join(folder, RUN_FILES.looks);
  if (fileKind(folder, path) === "missing") return [];
  return readText(folder, path)
    .split("\n")
    .flatMap((line) => parsed(line) ?? []);
}

function parsed(line: string): Look | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Notes a look in a run's folder unless one at the same seeds is there; gives all looks. Throws a `RunError`. */
export function noteLook(folder: string, look: Look): readonly Look[] {
  const looks = readLooks(folder);
  if (looks.some(({ n }) => n === look.n)) return looks;
  guardDisk(folder, "note that its verdicts were looked at", () =>
    appendFileSync(join(folder, RUN_FILES.looks), `${JSON.stringify(look)}\n`),
  );
  return [...looks, look];
}
