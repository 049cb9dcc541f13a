import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, type PlannedTrial } from "@actbench/core/internal";
import { guardDisk } from "../files/guard-disk.js";
import { makeFolder } from "../files/make-folder.js";
import { replaceFile } from "../files/replace-file.js";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import { sha256 } from "../files/sha256.js";
import { planText } from "../plan/plan-text.js";
import { csvColumns } from "../results/csv-columns.js";
import { csvHead, csvLine } from "../results/to-csv.js";
import { absoluteSources, relativeSources } from "../run/data-sources.js";
import { readPlan, readPoints } from "../run/locked-study.js";
import { specsById } from "../run/read-records.js";
import { formatLock, type StudyLock } from "../run/study-lock.js";
import { folderName } from "../study/study-name.js";
import { BatchedJournal } from "./batched-journal.js";
import { type ReadShard, readShards } from "./read-shards.js";
import { shardEntries } from "./shard-entries.js";

/** What a merge made. */
export interface Merged {
  readonly folder: string;
  readonly shards: number;
  readonly trials: number;
  /** What is worth telling the user, such as shards of different machines. */
  readonly notices: readonly string[];
}

/**
 * Makes one run under `out` of all shards of a plan: the run that the plan would have made without shards,
 * times and machine apart. Walks one shard after the other and holds no curves. Throws a `RunError` that
 * names what is missing, double, foreign or damaged; the run's folder appears whole or not at all.
 */
export function mergeRuns(folders: readonly string[], out: string): Merged {
  const shards = readShards(folders);
  const { sources, ...rest } = mergedLock(shards);
  const folder = join(out, folderName(rest.name, rest.hash));
  const [{ folder: from = "" } = {}] = shards;
  const lock: StudyLock = {
    ...rest,
    ...(sources && { sources: relativeSources(folder, absoluteSources(from, sources)) }),
  };
  if (existsSync(folder))
    throw new RunError("run_mixed", folder, `${folder} exists already; use another --out, or move it away`);
  const draft = `${folder}.merging`;
  return guardDisk(folder, "write the merged run", () => {
    rmSync(draft, { recursive: true, force: true });
    makeFolder(draft);
    try {
      const { plan, damage } = writeMerged(draft, shards, lock);
      renameSync(draft, folder);
      const notices = [...machineNotices(shards), ...damage];
      return { folder, shards: shards.length, trials: plan.length, notices };
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      throw error;
    }
  });
}

interface Written {
  readonly plan: readonly PlannedTrial[];
  /** What is damaged in the shards and cost no trial. */
  readonly damage: readonly string[];
}

/** Writes every file of the merged run but the page. The lock is last: it vouches for the others. */
function writeMerged(draft: string, shards: readonly ReadShard[], lock: StudyLock): Written {
  const [first] = shards;
  if (first === undefined) return { plan: [], damage: [] };
  const points = readPoints(first.folder, first.lock);
  const columns = csvColumns({ points, data: lock.data });
  const lines = new Map<number, string>();
  const plan: PlannedTrial[] = [];
  const damage: string[] = [];
  const journal = new BatchedJournal(draft, lock.hash);
  try {
    for (const shard of shards) {
      const part = readPlan(shard.folder, shard.lock, points);
      const trials = new Map(part.map((trial) => [trial.id, trial]));
      const found = shardEntries(shard, specsById({ points, plan: part }), (entry) => {
        const trial = trials.get(entry.record.id);
        if (trial !== undefined)
          lines.set(trial.trial, csvLine({ name: lock.name, points, columns }, trial, entry));
        journal.add(entry);
      });
      damage.push(...found);
      for (const trial of part) plan.push(trial);
    }
    journal.flush();
  } finally {
    journal.close();
  }
  plan.sort((a, b) => a.trial - b.trial);
  const text = planText(plan);
  if (sha256(text) !== lock.sha256.plan)
    throw new RunError(
      "run_unmergeable",
      first.folder,
      "the shards together are not the plan that they were made from; run all of them from one sweep file",
    );
  copyFileSync(join(first.folder, RUN_FILES.points), join(draft, RUN_FILES.points));
  replaceFile(join(draft, RUN_FILES.plan), text);
  replaceFile(
    join(draft, RUN_FILES.results),
    [csvHead(columns), ...plan.map(({ trial }) => lines.get(trial))].join(""),
  );
  replaceFile(join(draft, RUN_FILES.lock), formatLock(lock));
  return { plan, damage };
}

/** A whole run's lock: the first shard's, as old as the oldest and as new as the newest of them. */
function mergedLock(shards: readonly ReadShard[]): StudyLock {
  const [first] = shards;
  if (first === undefined) throw new RunError("run_unmergeable", "", "there is nothing to merge");
  const { shard, ...lock } = first.lock;
  const locks = shards.map((one) => one.lock);
  return {
    ...lock,
    revision: locks.reduce((most, { revision }) => Math.max(most, revision), 1),
    created: locks.map(({ created }) => created).sort()[0] ?? lock.created,
    sha256: { ...lock.sha256, plan: first.shard.plan },
  };
}

/** Times of different machines do not compare. */
function machineNotices(shards: readonly ReadShard[]): readonly string[] {
  const machines = new Set(shards.map(({ lock }) => canonicalJson(lock.machine)));
  return machines.size < 2
    ? []
    : [
        `the shards ran on ${machines.size} different machines; the run records the first, and times cannot be compared`,
      ];
}
