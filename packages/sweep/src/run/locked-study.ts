import { join } from "node:path";
import {
  type PlannedTrial,
  plannedTrialShape,
  ShapeError,
  type StudyPoint,
  type StudyRecord,
} from "@actbench/core/internal";
import { fileKind, readText } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import { sha256 } from "../files/sha256.js";
import { pointReader } from "./point-lines.js";
import { parseLock, type StudyLock } from "./study-lock.js";

const WAY_OUT = `Run the sweep again: everything in ${RUN_FILES.journal} is kept`;

/** A study as a run's folder holds it. */
export interface LockedStudy {
  readonly lock: StudyLock;
  readonly points: readonly StudyPoint[];
  readonly plan: readonly PlannedTrial[];
}

/**
 * Reads lock, points and plan; undefined where there is no lock. Throws a `RunError` where they cannot be
 * used.
 */
export function readLockedStudy(folder: string): LockedStudy | undefined {
  const lock = readLock(folder);
  if (lock === undefined) return undefined;
  const points = readPoints(folder, lock);
  return { lock, points, plan: readPlan(folder, lock, points) };
}

/**
 * Throws a `RunError` where points and plan are not those that a lock vouches for; reads nothing out of them.
 */
export function checkFiles(folder: string, { sha256: { points, plan } }: StudyLock): void {
  vouched(folder, RUN_FILES.points, points);
  vouched(folder, RUN_FILES.plan, plan);
}

/** Reads the points that a lock vouches for. */
export function readPoints(folder: string, lock: StudyLock): readonly StudyPoint[] {
  const text = vouched(folder, RUN_FILES.points, lock.sha256.points);
  return readLines(folder, RUN_FILES.points, text, pointReader(lock.base, lock.activations));
}

/** Reads the plan of some points that a lock vouches for. */
export function readPlan(
  folder: string,
  lock: StudyLock,
  points: readonly StudyPoint[],
): readonly PlannedTrial[] {
  const text = vouched(folder, RUN_FILES.plan, lock.sha256.plan);
  const ids = new Set<string>();
  const numbers = new Set<number>();
  return readLines(folder, RUN_FILES.plan, text, (line) => {
    const planned = plannedTrialShape(line);
    const { id, trial, point } = planned;
    if (point >= points.length)
      throw new ShapeError(`there are ${points.length} configurations, found ${point}`, "point");
    if (numbers.has(trial)) throw new ShapeError("another line has it too", "trial");
    if (ids.has(id)) throw new ShapeError("another line has it too", "id");
    numbers.add(trial);
    ids.add(id);
    return planned;
  });
}

/** Reads a file that holds one value a line. */
function readLines<T>(
  folder: string,
  file: string,
  text: string,
  read: (value: unknown, i: number) => T,
): readonly T[] {
  const lines = text.split("\n").slice(0, -1);
  return lines.map((line, i) => {
    try {
      return read(JSON.parse(line), i);
    } catch (error) {
      if (!(error instanceof ShapeError || error instanceof SyntaxError)) throw error;
      throw damaged(folder, file, `line ${i + 1}: ${error.message}`);
    }
  });
}

/** Reads the lock alone; undefined where there is none. */
export function readLock(folder: string): StudyLock | undefined {
  const path = join(folder, RUN_FILES.lock);
  if (fileKind(folder, path) === "missing") return undefined;
  const lock = parseLock(readText(folder, path));
  if (typeof lock === "number")
    throw new RunError(
      "run_newer",
      folder,
      `${folder}: its files have format ${lock}, written by a newer actbench; read it with that one`,
    );
  if (typeof lock === "string") throw damaged(folder, RUN_FILES.lock, lock);
  return lock;
}

/** All that a report knows of the study. */
export function studyRecord({ lock, points, plan }: LockedStudy): StudyRecord {
  const {
    engine: _engine,
    numerics: _numerics,
    budget: _budget,
    base: _base,
    sha256: _sha256,
    shard: _shard,
    early_terminate: _early,
    sources: _sources,
    ...study
  } = lock;
  return { ...study, points, plan };
}

function vouched(folder: string, file: string, hash: string): string {
  const path = join(folder, file);
  if (fileKind(folder, path) === "missing")
    throw new RunError("run_damaged", folder, `${path} is missing. ${WAY_OUT}`);
  const text = readText(folder, path);
  if (sha256(text) !== hash) throw damaged(folder, file, `its hash is not the one in ${RUN_FILES.lock}`);
  return text;
}

function damaged(folder: string, file: string, reason: string): RunError {
  return new RunError("run_damaged", folder, `${join(folder, file)} is damaged: ${reason}. ${WAY_OUT}`);
}
