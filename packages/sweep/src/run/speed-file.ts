import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ShapeError, type SpeedLane, speedGroupShape, speedHeadShape } from "@actbench/core/internal";
import { fileKind, readText } from "../files/file-kind.js";
import { guardDisk } from "../files/guard-disk.js";
import { replaceFile } from "../files/replace-file.js";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";

/** Writes what isolated timing measured: a line of head, then one per group. */
export function writeSpeedFile(path: string, { groups, ...lane }: SpeedLane): void {
  replaceFile(path, [lane, ...groups].map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** The same into a run's folder. Throws a `RunError`. */
export function writeRunSpeed(folder: string, lane: SpeedLane): void {
  guardDisk(folder, "write the isolated timings", () => writeSpeedFile(join(folder, RUN_FILES.speed), lane));
}

/** The lane as a file holds it; throws a {@link SpeedFileError} that names the line. */
export function readSpeedFile(path: string): SpeedLane {
  return parseSpeedText(readFileSync(path, "utf8"));
}

function parseSpeedText(text: string): SpeedLane {
  const lines = text.split("\n");
  const [first, ...groups] = lines.slice(0, -1);
  if (first === undefined || lines.at(-1) !== "") throw new SpeedFileError(lines.length, "it is truncated");
  return {
    ...parsed(first, 1, speedHeadShape),
    groups: groups.map((group, i) => parsed(group, i + 2, speedGroupShape)),
  };
}

function parsed<T>(text: string, line: number, shaped: (value: unknown) => T): T {
  try {
    return shaped(JSON.parse(text));
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError)
      throw new SpeedFileError(line, error.message);
    throw error;
  }
}

/** A line of a speed file is no figure of ours. */
export class SpeedFileError extends Error {
  override readonly name = "SpeedFileError";

  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`line ${line} is not an isolated timing: ${reason}`);
  }
}

/** The speed lane of a run's folder; without one, none. A damaged file is a problem, and measured again. */
export function readRunSpeed(folder: string): {
  readonly speed?: SpeedLane;
  readonly problems: readonly RunProblem[];
} {
  const path = join(folder, RUN_FILES.speed);
  try {
    if (fileKind(folder, path) === "missing") return { problems: [] };
    return { speed: parseSpeedText(readText(folder, path)), problems: [] };
  } catch (error) {
    if (error instanceof SpeedFileError)
      return { problems: [problem(error.line, `${error.message}; actbench run measures it again`)] };
    if (error instanceof RunError) return { problems: [problem(1, error.message)] };
    throw error;
  }
}

function problem(line: number, message: string): RunProblem {
  return { file: RUN_FILES.speed, line, offset: 0, kind: "damaged", message };
}
