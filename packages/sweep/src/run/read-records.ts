import { join } from "node:path";
import {
  checkCurve,
  checkRecordHead,
  type PlannedTrial,
  type PointSpec,
  ShapeError,
  type StudyPoint,
  type TrialRecord,
} from "@actbench/core/internal";
import { fileKind } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";
import { CurveFile } from "../journal/curve-file.js";
import { type EntryPlace, JOURNAL_FORMAT } from "../journal/journal-entry.js";
import { notOurs } from "../journal/journal-line.js";
import { type JournalState, type ReadLine, readJournal } from "../journal/read-journal.js";
import type { SpecsById } from "../plan/specs-by-id.js";
import { type CurveSummary, summarizeCurve } from "../results/curve-summary.js";

/** What a run's journal says of some trials. */
export interface RunRecords {
  readonly records: Map<string, TrialRecord>;
  /** Curves summed up, by id, so that they need not be read for that; those of older journals are missing. */
  readonly summaries: Map<string, CurveSummary>;
  /** Folder names by id of the trials taken over from another run. */
  readonly reused: Map<string, string>;
  /** Lock revisions by id. */
  readonly revisions: Map<string, number>;
  /** Numbers of the machines of trials that did not run on the run's own, by id. */
  readonly places: Map<string, EntryPlace>;
  /** The journal's format; 0 where it does not say. */
  readonly format: number;
  /** With its problems, to which those are added that curves turn out to have when they are read. */
  readonly state: JournalState;
  readonly curves: CurveFile;
}

export interface ReadRecordsOptions {
  /** The hash of the run's study. */
  readonly hash: string;
  /** The trials that are read; a journal holds those of earlier plans too. */
  readonly trials: SpecsById;
  /**
   * Check this many epochs of curves on opening and later ones when they are read; default: as many as take
   * 0.1 s. `Infinity` where what they say decides more than what is shown.
   */
  readonly checkedEpochs?: number;
  /** Gets each problem as it is found, also when a curve is read later. */
  readonly onProblem?: (problem: RunProblem) => void;
}

const CHECKED_EPOCHS = 20_000;

/** Reads a run's journal; of several records of a trial the last one that is a record of it counts. */
export function readRecords(folder: string, options: ReadRecordsOptions): RunRecords {
  const { hash, trials, checkedEpochs = CHECKED_EPOCHS, onProblem = () => {} } = options;
  const path = join(folder, RUN_FILES.journal);
  const records = new Map<string, TrialRecord>();
  const summaries = new Map<string, CurveSummary>();
  const reused = new Map<string, string>();
  const revisions = new Map<string, number>();
  const places = new Map<string, EntryPlace>();
  const problems: RunProblem[] = [];
  const report = (problem: RunProblem): void => {
    problems.push(problem);
    onProblem(problem);
  };
  const curves = new CurveFile({ path, folder, onProblem: report });
  let format = 0;
  let left = checkedEpochs;
  const take = ({ entry, place, curve }: ReadLine): string | undefined => {
    if (entry.type === "header") {
      checkHeader(folder, entry, hash);
      format = entry.format;
      return undefined;
    }
    const { id } = entry.record;
    const spec = trials.get(id);
    if (spec === undefined) return undefined;
    let { summary } = entry;
    try {
      const trial = { id, spec };
      checkRecordHead(entry.record, trial);
      if (left > 0) {
        const checked = checkCurve(curve(), entry.record, trial);
        summary = summarizeCurve(checked);
        curves.hold(place, checked);
        left -= checked.length;
      }
    } catch (error) {
      if (error instanceof ShapeError) return notOurs(error);
      throw error;
    }
    records.set(id, curves.record(entry.record, place, spec));
    if (summary === undefined) summaries.delete(id);
    else summaries.set(id, summary);
    revisions.set(id, entry.revision);
    if (entry.type === "finished" && entry.ran_on !== undefined) places.set(id, entry);
    else places.delete(id);
    if (entry.type === "reused") reused.set(id, entry.from);
    else reused.delete(id);
    return undefined;
  };
  const nothing = { problems, next: 0, keepBytes: 0, unterminated: false };
  if (fileKind(folder, path) === "missing")
    return { records, summaries, reused, revisions, places, format, state: nothing, curves };
  const state = readJournal(path, RUN_FILES.journal, take);
  for (const problem of state.problems) report(problem);
  return { records, summaries, reused, revisions, places, format, state: { ...state, problems }, curves };
}

/** The specs of a plan's trials. */
export function specsById(study: {
  readonly points: readonly Pick<StudyPoint, "spec">[];
  readonly plan: readonly PlannedTrial[];
}): SpecsById {
  const specs = new Map<string, PointSpec>();
  for (const { id, point } of study.plan) {
    const spec = study.points[point]?.spec;
    if (spec !== undefined) specs.set(id, spec);
  }
  return specs;
}

function checkHeader(
  folder: string,
  header: { readonly format: number; readonly study: string },
  hash: string,
): void {
  const path = join(folder, RUN_FILES.journal);
  if (header.format > JOURNAL_FORMAT)
    throw new RunError(
      "run_newer",
      folder,
      `${path} has format ${header.format}, written by a newer actbench; read it with that one`,
    );
  if (header.study !== hash)
    throw new RunError(
      "run_mixed",
      folder,
      `${path} is the journal of another study (${header.study.slice(0, 16)}…); move it away`,
    );
}
