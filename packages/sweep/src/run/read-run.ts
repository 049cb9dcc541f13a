import type { Look, MachineCard, SpeedLane, StudyRecord, TrialRecord } from "@actbench/core/internal";
import { RunError } from "../files/run-error.js";
import type { RunProblem } from "../files/run-problem.js";
import type { EntryPlace } from "../journal/journal-entry.js";
import { readLockedStudy, studyRecord } from "./locked-study.js";
import { readLooks } from "./looks.js";
import { readMachineCards } from "./machine-list.js";
import { readRecords, specsById } from "./read-records.js";
import { readRunSpeed } from "./speed-file.js";

/** A run as its files hold it, for reading only. */
export interface RunContents {
  readonly folder: string;
  readonly study: StudyRecord;
  /** Records by trial id, of trials of the present plan. */
  readonly records: ReadonlyMap<string, TrialRecord>;
  /** A record with the ends of its curve, where the rest need not be read for that. */
  readonly withEnds: (record: TrialRecord) => TrialRecord;
  /** Folder names by id of the trials taken over from another run. */
  readonly reused: ReadonlyMap<string, string>;
  /** Lock revisions by id: which revision of the study was in force when the trial finished. */
  readonly revisions: ReadonlyMap<string, number>;
  /** Numbers of the machines of trials that did not run on the run's own, by id. */
  readonly places: ReadonlyMap<string, EntryPlace>;
  /** Cards of these machines; the first has the number 1. */
  readonly machines: readonly MachineCard[];
  /** When its verdicts were looked at. */
  readonly looks: readonly Look[];
  /** What isolated timing measured. */
  readonly speed?: SpeedLane;
  /** Damage that was worked around. Of a large run some is found later, when a curve is read. */
  readonly problems: readonly RunProblem[];
}

export interface ReadRunOptions {
  /** Gets each problem as it is found. */
  readonly onProblem?: (problem: RunProblem) => void;
}

/** Reads a run's folder; takes no lock and changes nothing. Throws a `RunError` if it is not a run. */
export async function readRun(folder: string, options: ReadRunOptions = {}): Promise<RunContents> {
  const locked = readLockedStudy(folder);
  if (locked === undefined)
    throw new RunError("run_damaged", folder, `${folder} is not a run: it has no study.lock.yaml`);
  const problems: RunProblem[] = [];
  const onProblem = (problem: RunProblem): void => {
    problems.push(problem);
    options.onProblem?.(problem);
  };
  const { hash } = locked.lock;
  const read = readRecords(folder, { hash, trials: specsById(locked), onProblem });
  const { records, reused, revisions, places, curves } = read;
  const { speed, problems: ofSpeed } = readRunSpeed(folder);
  ofSpeed.forEach(onProblem);
  const { cards: machines, problems: ofMachines } = readMachineCards(folder);
  ofMachines.forEach(onProblem);
  const looks = readLooks(folder, onProblem);
  return {
    folder,
    study: studyRecord(locked),
    records,
    withEnds: (record) => curves.withEnds(record),
    reused,
    revisions,
    places,
    machines,
    looks,
    ...(speed && { speed }),
    problems,
  };
}
