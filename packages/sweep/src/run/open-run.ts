import { existsSync } from "node:fs";
import { join } from "node:path";
import { lastEpoch, type TrialRecord } from "@actbench/core/internal";
import { guardDisk } from "../files/guard-disk.js";
import { makeFolder } from "../files/make-folder.js";
import { RUN_FILES } from "../files/run-files.js";
import { CheckpointStore } from "../halving/checkpoint-store.js";
import { JOURNAL_FORMAT, type JournalEntry } from "../journal/journal-entry.js";
import { JournalWriter } from "../journal/journal-writer.js";
import { isFailure } from "../results/is-failure.js";
import { folderName } from "../study/study-name.js";
import type { Sweep } from "../study/sweep.js";
import { checkNumerics } from "./check-numerics.js";
import { FolderLock } from "./folder-lock.js";
import { readLooks } from "./looks.js";
import { MachineList } from "./machine-list.js";
import { OpenRun } from "./open-run-state.js";
import { readRecords, specsById } from "./read-records.js";
import { type ReusedTrial, reuseTrials } from "./reuse-trials.js";
import { sameNameRemark } from "./same-name-remark.js";
import { withFinalists } from "./with-finalists.js";
import type { RunHost, WritableRun } from "./writable-run.js";
import { writeLock } from "./write-lock.js";

/**
 * Creates or continues the run of a sweep in `out/<name>-<hash8>/`.
 * Where finalists are to run on fresh seeds and all other trials have ended, the plan has grown by them.
 * Throws a `RunError` when the folder is in use, when going on would mix results, and, before anything is
 * written, when the executor lacks a numerics profile of the plan.
 */
export async function openRun(out: string, asked: Sweep, host: RunHost): Promise<WritableRun> {
  const folder = join(out, folderName(asked.name, asked.hash, asked.shard));
  checkNumerics(folder, asked, host.numerics);
  guardDisk(folder, "create the folder", () => makeFolder(folder));
  const notices: string[] = [];
  const lock = guardDisk(folder, "lock the folder", () =>
    FolderLock.acquire(folder, { now: () => host.now(), notices }),
  );
  try {
    const sweep = withFinalistsOf(folder, asked);
    const remark = existsSync(join(folder, RUN_FILES.lock)) ? undefined : sameNameRemark(out, sweep);
    if (remark !== undefined) notices.push(remark);
    const study = guardDisk(folder, "write its lock", () => writeLock(folder, sweep, host, notices));
    readLooks(folder, ({ file, line, message }) => notices.push(`${file}:${line}: ${message}`));
    const trials = specsById(sweep);
    const { records, summaries, reused, format, state, curves } = readRecords(folder, {
      hash: sweep.hash,
      trials,
      // Where trials end early, curves decide which ones.
      ...(sweep.early_terminate === undefined ? {} : { checkedEpochs: Number.POSITIVE_INFINITY }),
    });
    const header: JournalEntry[] =
      format === JOURNAL_FORMAT ? [] : [{ type: "header", format: JOURNAL_FORMAT, study: sweep.hash }];
    const missing = new Map([...trials].filter(([id]) => !records.has(id)));
    const found = host.asNew || missing.size === 0 ? [] : reuseTrials(out, folder, missing, notices);
    const writer = new JournalWriter(join(folder, RUN_FILES.journal), folder, state);
    const { budget, datasets, early_terminate } = sweep;
    const { problems } = state;
    const checkpoints = new CheckpointStore(folder, trials, notices);
    dropOutdated(checkpoints, records);
    const run = new OpenRun({
      folder,
      study,
      budget,
      datasets,
      records,
      summaries,
      reused,
      problems,
      notices,
      checkpoints,
      earlyTermination: early_terminate,
      writer,
      machines: new MachineList(folder),
      curves,
      trials,
      lock,
    });
    run.write(header);
    run.write(reusedEntries(found, study.revision));
    return run;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Trials of other runs, one after the other. */
function* reusedEntries(found: Iterable<ReusedTrial>, revision: number): Generator<JournalEntry> {
  for (const { from, record } of found) yield { type: "reused", revision, from, record };
}

/** The sweep with its finalists, which follow from the records of the trials that choose them. */
function withFinalistsOf(folder: string, sweep: Sweep): Sweep {
  if (sweep.confirm === undefined) return sweep;
  const trials = specsById(sweep);
  const checkedEpochs = Number.POSITIVE_INFINITY;
  return withFinalists(sweep, readRecords(folder, { hash: sweep.hash, trials, checkedEpochs }));
}

/**
 * Deletes checkpoints that a kill left behind their trial's record. That of a pruned trial that resumes is
 * ahead of the record; one of a failed trial that runs again is to replace it.
 */
function dropOutdated(checkpoints: CheckpointStore, records: ReadonlyMap<string, TrialRecord>): void {
  for (const id of checkpoints.ids()) {
    const record = records.get(id);
    if (record === undefined) continue;
    const { curve = [], again } = checkpoints.get(id) ?? {};
    const isAhead = record.status === "pruned" && (curve.at(-1)?.step ?? 0) > (lastEpoch(record)?.step ?? 0);
    if (!isAhead && !(again === true && isFailure(record))) checkpoints.drop(id);
  }
}
