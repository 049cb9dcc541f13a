import type { SpeedLane, StudyRecord, TrialRecord } from "@actbench/core";
import { readLockedStudy, studyRecord } from "./locked-study.js";
import { readRecords } from "./read-records.js";
import { RunError } from "./run-error.js";
import type { RunProblem } from "./run-problem.js";
import { readRunSpeed } from "./speed-file.js";

/** A run as its files hold it, for reading only. */
export interface RunContents {
  readonly folder: string;
  readonly study: StudyRecord;
  /** Records by trial id, of trials of the present plan. */
  readonly records: ReadonlyMap<string, TrialRecord>;
  /** Folder names by id of the trials taken over from another run. */
  readonly reused: ReadonlyMap<string, string>;
  /** Lock revisions by id: which revision of the study was in force when the trial finished. */
  readonly revisions: ReadonlyMap<string, number>;
  /** What the quiet lane measured. */
  readonly speed?: SpeedLane;
  readonly problems: readonly RunProblem[];
}

/** Reads a run's folder; takes no lock and changes nothing. Throws a `RunError` when it is no run. */
export async function readRun(folder: string): Promise<RunContents> {
  const locked = readLockedStudy(folder);
  if (locked === undefined)
    throw new RunError("run_damaged", folder, `${folder} is no run: it holds no study.lock.yaml`);
  const { lock, plan } = locked;
  const ids = new Set(plan.map(({ id }) => id));
  const { records, reused, revisions, state } = readRecords(folder, lock.hash, ids);
  const { speed, problems } = readRunSpeed(folder);
  return {
    folder,
    study: studyRecord(locked),
    records,
    reused,
    revisions,
    ...(speed && { speed }),
    problems: [...state.problems, ...problems],
  };
}
