import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TrialRecord } from "@actbench/core";
import { CurveFile } from "../journal/curve-file.js";
import type { CurveSummary } from "../journal/curve-summary.js";
import { JOURNAL_FORMAT } from "../journal/journal-entry.js";
import { type JournalState, readJournal } from "../journal/read-journal.js";
import { RunError } from "./run-error.js";
import { RUN_FILES } from "./run-files.js";

/** What a run's journal says of some trials. */
export interface RunRecords {
  readonly records: Map<string, TrialRecord>;
  /** Curves summed up, by id, so that they need not be read for that; those of older journals are missing. */
  readonly summaries: Map<string, CurveSummary>;
  /** Folder names by id of the trials taken over from another run. */
  readonly reused: Map<string, string>;
  /** Lock revisions by id. */
  readonly revisions: Map<string, number>;
  /** The journal's format; 0 where it does not say. */
  readonly format: number;
  readonly state: JournalState;
  readonly curves: CurveFile;
}

const NOTHING: JournalState = { problems: [], next: 0, keepBytes: 0, unterminated: false };

/**
 * Reads a run's journal; of several records of a trial the last one counts. Trials whose id is not `wanted` are left
 * out: a journal holds those of earlier plans too.
 */
export function readRecords(folder: string, hash: string, wanted: ReadonlySet<string>): RunRecords {
  const path = join(folder, RUN_FILES.journal);
  const records = new Map<string, TrialRecord>();
  const summaries = new Map<string, CurveSummary>();
  const reused = new Map<string, string>();
  const revisions = new Map<string, number>();
  const curves = new CurveFile(path, folder);
  let format = 0;
  if (!existsSync(path)) return { records, summaries, reused, revisions, format, state: NOTHING, curves };
  const state = readJournal(path, RUN_FILES.journal, ({ entry, place }) => {
    if (entry.type === "header") {
      checkHeader(folder, entry, hash);
      format = entry.format;
      return;
    }
    const { id } = entry.record;
    if (!wanted.has(id)) return;
    records.set(id, curves.record(entry.record, place));
    if (entry.summary === undefined) summaries.delete(id);
    else summaries.set(id, entry.summary);
    revisions.set(id, entry.revision);
    if (entry.type === "reused") reused.set(id, entry.from);
    else reused.delete(id);
  });
  return { records, summaries, reused, revisions, format, state, curves };
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
