import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type SpeedLane, type shape, speedGroupShape, speedHeadShape } from "@actbench/core";
import { guardDisk } from "../files/guard-disk.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "./run-files.js";
import type { RunProblem } from "./run-problem.js";

/** Writes what the quiet lane measured: a line of head, then one per group. */
export function writeSpeedFile(path: string, { groups, ...lane }: SpeedLane): void {
  replaceFile(path, [lane, ...groups].map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** The same into a run's folder. Throws a `RunError`. */
export function writeRunSpeed(folder: string, lane: SpeedLane): void {
  guardDisk(folder, "write the speed lane's figures", () =>
    writeSpeedFile(join(folder, RUN_FILES.speed), lane),
  );
}

/** The lane as a file holds it; throws a {@link SpeedFileError} that names the line. */
export function readSpeedFile(path: string): SpeedLane {
  const lines = readFileSync(path, "utf8").split("\n");
  const [first, ...groups] = lines.slice(0, -1);
  const read = <T>(check: shape.Shape<T>, text: string, line: number): T => {
    try {
      return check(JSON.parse(text));
    } catch {
      throw new SpeedFileError(line);
    }
  };
  if (first === undefined || lines.at(-1) !== "") throw new SpeedFileError(lines.length);
  const head = read(speedHeadShape, first, 1);
  return { ...head, groups: groups.map((text, i) => read(speedGroupShape, text, i + 2)) };
}

/** A line of a speed file is no figure of ours. */
export class SpeedFileError extends Error {
  override readonly name = "SpeedFileError";

  constructor(readonly line: number) {
    super(`line ${line} is cut off or no figure of the speed lane`);
  }
}

/** The speed lane of a run's folder; without one, none. A damaged file is a problem, and measured again. */
export function readRunSpeed(folder: string): {
  readonly speed?: SpeedLane;
  readonly problems: readonly RunProblem[];
} {
  const path = join(folder, RUN_FILES.speed);
  if (!existsSync(path)) return { problems: [] };
  try {
    return { speed: readSpeedFile(path), problems: [] };
  } catch (error) {
    if (!(error instanceof SpeedFileError)) throw error;
    const message = `${error.message}; actbench run measures it again`;
    return { problems: [{ file: RUN_FILES.speed, line: error.line, offset: 0, kind: "damaged", message }] };
  }
}
