import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SpeedLane } from "@actbench/core/internal";
import { type compareSpeed, formatNanoseconds } from "@actbench/report";
import { readSpeedFile, SpeedFileError, writeSpeedFile } from "@actbench/sweep";
import { table } from "../terminal/table.js";
import { UsageError } from "../usage-error.js";

const FOLDER = "speed-baselines";
const ENDING = ".jsonl";

/**
 * Keeps a pass through the lane under a name; returns the file. Throws a `UsageError` for an invalid file
 * name.
 */
export function saveSpeedBaseline(out: string, name: string, lane: SpeedLane): string {
  const path = pathOf(out, name);
  mkdirSync(join(out, FOLDER), { recursive: true });
  writeSpeedFile(path, lane);
  return path;
}

/** Whether a pass is kept under a name. Throws a `UsageError` for an invalid file name. */
export function hasSpeedBaseline(out: string, name: string): boolean {
  return existsSync(pathOf(out, name));
}

/** A pass that was kept. Throws a `UsageError` where there is none of that name or its file is damaged. */
export function readSpeedBaseline(out: string, name: string): SpeedLane {
  const path = pathOf(out, name);
  if (!existsSync(path)) {
    const kept = existsSync(join(out, FOLDER))
      ? readdirSync(join(out, FOLDER)).flatMap((file) =>
          file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : [],
        )
      : [];
    throw new UsageError(
      `there is no baseline "${name}"; saved are ${kept.length > 0 ? kept.join(", ") : "none"}`,
      `actbench bench --save-baseline ${name} saves one`,
    );
  }
  try {
    return readSpeedFile(path);
  } catch (error) {
    if (!(error instanceof SpeedFileError)) throw error;
    throw new UsageError(`the baseline "${name}" is damaged: ${error.message}`, `${path}; save it again`);
  }
}

function pathOf(out: string, name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(name))
    throw new UsageError(
      `"${name}" is not a valid name for a baseline; expected letters, digits, ".", "_" and "-"`,
    );
  return join(out, FOLDER, `${name}${ENDING}`);
}

/** What became faster or slower since a baseline, as text; where machines differ, that. */
export function changesText(name: string, changes: ReturnType<typeof compareSpeed>): string {
  if ("differ" in changes)
    return `not compared with ${name}: the machines differ in ${changes.differ.join(", ")}, and speed is compared within one class of machines only`;
  if (changes.length === 0) return `${name} has none of these networks`;
  const titles = { step: "one step", forward: "value", backward: "derivatives" };
  const rows = changes.map(({ activation, part, before_ns, now_ns, ratio, interval, verdict }) => [
    activation,
    titles[part],
    formatNanoseconds(before_ns),
    formatNanoseconds(now_ns),
    `${ratio.toFixed(2)}× (${interval.low.toFixed(2)} … ${interval.high.toFixed(2)})`,
    verdict,
  ]);
  const columns = [
    { title: "activation" },
    { title: "what" },
    { title: name, align: "right" as const },
    { title: "now", align: "right" as const },
    { title: "now over then", align: "right" as const },
    { title: "verdict" },
  ];
  return table(columns, rows);
}
