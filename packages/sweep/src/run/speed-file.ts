import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SpeedGroup, SpeedLane } from "@actbench/core";
import { z } from "zod";
import { guardDisk } from "../files/guard-disk.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "./run-files.js";
import type { RunProblem } from "./run-problem.js";

const time = z.number().nonnegative();
const rounds = z.array(z.strictObject({ p50_ns: time, mad_ns: time, n: z.int().min(1) }));
const group = z.strictObject({
  network: z.string(),
  baseline: z.string(),
  others: z.array(z.number()),
  subjects: z.array(
    z.strictObject({
      id: z.string(),
      activation: z.string(),
      twin: z.boolean(),
      flat: z.boolean(),
      step: rounds,
      forward: rounds.optional(),
      backward: rounds.optional(),
    }),
  ),
});
const head = z.strictObject({
  format: z.literal(1),
  created: z.string(),
  version: z.string(),
  engine: z.int(),
  machine: z.strictObject({
    cpu: z.string(),
    cores: z.number(),
    memory_bytes: z.number(),
    os: z.string(),
    arch: z.string(),
    node: z.string(),
    v8: z.string(),
    fma: z.boolean(),
  }),
});

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
  const [first, ...groups] = lines.slice(0, -1).map((text, index) => {
    const shape: z.ZodType = index === 0 ? head : group;
    try {
      return shape.parse(JSON.parse(text));
    } catch {
      throw new SpeedFileError(index + 1);
    }
  });
  if (first === undefined || lines.at(-1) !== "") throw new SpeedFileError(lines.length);
  return { ...(first as z.infer<typeof head>), groups: groups as readonly SpeedGroup[] };
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
