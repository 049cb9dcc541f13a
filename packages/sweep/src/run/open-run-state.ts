import { join } from "node:path";
import type { DatasetFacts, StudyRecord, TrialPlace, TrialRecord } from "@actbench/core/internal";
import { guardDisk } from "../files/guard-disk.js";
import { replaceFile } from "../files/replace-file.js";
import { RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";
import type { CheckpointStore } from "../halving/checkpoint-store.js";
import type { CurveFile, LinePlace } from "../journal/curve-file.js";
import type { EntryPlace, JournalEntry } from "../journal/journal-entry.js";
import type { JournalWriter } from "../journal/journal-writer.js";
import type { EarlyTermination } from "../plan/early-termination.js";
import type { SpecsById } from "../plan/specs-by-id.js";
import { type CurveSummary, summarizeCurve } from "../results/curve-summary.js";
import { toCsv } from "../results/to-csv.js";
import type { Budget } from "../study/sweep.js";
import type { FolderLock } from "./folder-lock.js";
import type { MachineList } from "./machine-list.js";
import { readRunSpeed } from "./speed-file.js";
import type { WritableRun } from "./writable-run.js";

interface Parts {
  readonly folder: string;
  readonly study: StudyRecord;
  readonly budget: Budget;
  readonly datasets: readonly DatasetFacts[];
  readonly records: Map<string, TrialRecord>;
  readonly summaries: Map<string, CurveSummary>;
  readonly reused: Map<string, string>;
  readonly problems: readonly RunProblem[];
  readonly notices: readonly string[];
  readonly checkpoints: CheckpointStore;
  readonly earlyTermination: EarlyTermination | undefined;
  readonly writer: JournalWriter;
  readonly machines: MachineList;
  readonly curves: CurveFile;
  readonly trials: SpecsById;
  readonly lock: FolderLock;
}

/** A run open for writing: owns the journal and the folder's lock. */
export class OpenRun implements WritableRun {
  readonly folder: string;
  readonly study: StudyRecord;
  readonly budget: Budget;
  readonly datasets: readonly DatasetFacts[];
  readonly problems: readonly RunProblem[];
  readonly notices: readonly string[];
  readonly checkpoints: CheckpointStore;
  readonly earlyTermination?: EarlyTermination;
  readonly #parts: Parts;
  #isOpen = true;

  constructor(parts: Parts) {
    this.folder = parts.folder;
    this.study = parts.study;
    this.budget = parts.budget;
    this.datasets = parts.datasets;
    this.problems = parts.problems;
    this.notices = parts.notices;
    this.checkpoints = parts.checkpoints;
    if (parts.earlyTermination !== undefined) this.earlyTermination = parts.earlyTermination;
    this.#parts = parts;
  }

  get records(): ReadonlyMap<string, TrialRecord> {
    return this.#parts.records;
  }

  get reused(): ReadonlyMap<string, string> {
    return this.#parts.reused;
  }

  append(ended: readonly TrialRecord[]): void {
    this.write(this.#finished(ended));
    for (const { id } of ended) this.checkpoints.drop(id);
  }

  async commit(ended: readonly TrialRecord[], place?: TrialPlace): Promise<void> {
    const entries = this.#finished(ended, place === undefined ? {} : this.#parts.machines.numbers(place));
    const places = await this.#parts.writer.commit(entries);
    places.forEach((place, i) => {
      const entry = entries[i];
      if (entry !== undefined) this.#keep(entry, place);
    });
    for (const { id } of ended) this.checkpoints.drop(id);
  }

  /**
   * Writes entries to the journal; returns when they are on the disk and their records are those of the run.
   */
  write(entries: Iterable<JournalEntry>): void {
    this.#parts.writer.append(entries, (entry, place) => this.#keep(entry, place));
  }

  discard(ids: ReadonlySet<string>): void {
    const { records, summaries, reused } = this.#parts;
    for (const held of [records, summaries, reused]) for (const id of ids) held.delete(id);
  }

  #finished(ended: readonly TrialRecord[], place: EntryPlace = {}): readonly JournalEntry[] {
    const { revision } = this.study;
    return ended.map((record) => ({ type: "finished", revision, ...place, record }));
  }

  #keep(entry: JournalEntry, place: LinePlace): void {
    const { curves, records, summaries, reused, trials } = this.#parts;
    if (entry.type === "header") return;
    const { curve, ...head } = entry.record;
    const { id } = head;
    const spec = trials.get(id);
    if (spec === undefined) return;
    curves.hold(place, curve);
    records.set(id, curves.record(head, place, spec));
    summaries.set(id, summarizeCurve(curve));
    if (entry.type === "reused") reused.set(id, entry.from);
    else reused.delete(id);
  }

  writeResults(): void {
    const { summaries } = this.#parts;
    guardDisk(this.folder, "write its results", () =>
      replaceFile(
        join(this.folder, RUN_FILES.results),
        toCsv(this.study, this.records, { speed: readRunSpeed(this.folder).speed, summaries }),
      ),
    );
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#parts.writer.close();
    this.#parts.lock.release();
  }
}
