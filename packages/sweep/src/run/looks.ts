import { Buffer } from "node:buffer";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Look } from "@actbench/core/internal";
import { z } from "zod";
import { fileKind, readText } from "../files/file-kind.js";
import { guardDisk } from "../files/guard-disk.js";
import { RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";

const schema = z.object({
  at: z.string(),
  command: z.string(),
  n: z.int().min(1),
  fresh: z.int().min(1).exactOptional(),
  declared: z.int().min(1).exactOptional(),
});

/**
 * The looks that a run's folder holds, in the order of time. A line that is none is reported: a look that is
 * lost makes the level of later verdicts less strict.
 */
export function readLooks(
  folder: string,
  onProblem: (problem: RunProblem) => void = () => {},
): readonly Look[] {
  const looks: Look[] = [];
  const lines = linesOf(folder);
  let offset = 0;
  lines.forEach((line, i) => {
    const look = parsed(line);
    if (look !== undefined) looks.push(look);
    else if (line !== "") onProblem(problemOf(i + 1, offset, i === lines.length - 1));
    offset += Buffer.byteLength(line) + 1;
  });
  return looks;
}

function linesOf(folder: string): readonly string[] {
  const path = join(folder, RUN_FILES.looks);
  return fileKind(folder, path) === "missing" ? [] : readText(folder, path).split("\n");
}

/** The last line of a process that was killed has no end. */
function problemOf(line: number, offset: number, isLast: boolean): RunProblem {
  return {
    file: RUN_FILES.looks,
    line,
    offset,
    kind: isLast ? "torn" : "damaged",
    message: isLast
      ? "an unfinished entry about a look at the verdicts"
      : "this line is damaged: it is not an entry about a look at the verdicts and does not count as a look: later verdicts may be less strict than they should be",
  };
}

function parsed(line: string): Look | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Notes a look in a run's folder unless one at the same seeds is there; gives all looks. Throws a `RunError`.
 */
export function noteLook(folder: string, look: Look): readonly Look[] {
  const looks = readLooks(folder);
  if (looks.some(({ n, fresh }) => n === look.n && fresh === look.fresh)) return looks;
  // What was never finished stays a line of its own.
  const start = (linesOf(folder).at(-1) ?? "") === "" ? "" : "\n";
  guardDisk(folder, "note that its verdicts were looked at", () =>
    appendFileSync(join(folder, RUN_FILES.looks), `${start}${JSON.stringify(look)}\n`),
  );
  return [...looks, look];
}
