import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlannedTrial, StudyPoint, StudyRecord } from "@actbench/core";
import { readPointLines } from "./point-lines.js";
import { RunError } from "./run-error.js";
import { RUN_FILES } from "./run-files.js";
import { parseLock, type StudyLock, sha256 } from "./study-lock.js";

const WAY_OUT = `Run the sweep again: what is in ${RUN_FILES.journal} is kept`;

/** A study as a run's folder holds it. */
export interface LockedStudy {
  readonly lock: StudyLock;
  readonly points: readonly StudyPoint[];
  readonly plan: readonly PlannedTrial[];
}

/** Reads lock, points and plan; undefined where there is no lock. Throws a `RunError` where they cannot be used. */
export function readLockedStudy(folder: string): LockedStudy | undefined {
  const lock = readLock(folder);
  if (lock === undefined) return undefined;
  return { lock, points: readPoints(folder, lock), plan: readPlan(folder, lock) };
}

/** Reads the points that a lock vouches for. */
export function readPoints(folder: string, lock: StudyLock): readonly StudyPoint[] {
  const text = vouched(folder, RUN_FILES.points, lock.sha256.points);
  return parsed(folder, RUN_FILES.points, () => readPointLines(text, lock.base, lock.activations));
}

/** Reads the plan that a lock vouches for. */
export function readPlan(folder: string, lock: StudyLock): readonly PlannedTrial[] {
  const lines = vouched(folder, RUN_FILES.plan, lock.sha256.plan).split("\n").slice(0, -1);
  return parsed(folder, RUN_FILES.plan, () => lines.map((line) => JSON.parse(line) as PlannedTrial));
}

function parsed<T>(folder: string, file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw damaged(folder, file, error.message);
  }
}

/** Reads the lock alone; undefined where there is none. */
export function readLock(folder: string): StudyLock | undefined {
  const path = join(folder, RUN_FILES.lock);
  if (!existsSync(path)) return undefined;
  const lock = parseLock(readFileSync(path, "utf8"));
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
  if (!existsSync(path)) throw new RunError("run_damaged", folder, `${path} is missing. ${WAY_OUT}`);
  const text = readFileSync(path, "utf8");
  if (sha256(text) !== hash)
    throw damaged(folder, file, `it is not the one that ${RUN_FILES.lock} vouches for`);
  return text;
}

function damaged(folder: string, file: string, reason: string): RunError {
  return new RunError("run_damaged", folder, `${join(folder, file)} is damaged: ${reason}. ${WAY_OUT}`);
}
