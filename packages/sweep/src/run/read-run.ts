import type { StudyRecord, TrialRecord } from "@actbench/core";
import type { RunProblem } from "./run-problem.js";

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
  readonly problems: readonly RunProblem[];
}

/** Reads a run's folder; takes no lock and changes nothing. Throws a `RunError` when it is no run. */
export async function readRun(_folder: string): Promise<RunContents> {
  throw new Error("not written yet");
}
