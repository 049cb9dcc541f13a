import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, type StudyRecord } from "@actbench/core/internal";
import { replaceFile } from "../files/replace-file.js";
import { RunError } from "../files/run-error.js";
import { earlierLock, RUN_FILES } from "../files/run-files.js";
import type { Sweep } from "../study/sweep.js";
import { checkMixing } from "./check-mixing.js";
import { relativeSources } from "./data-sources.js";
import { checkFiles, type LockedStudy, readLock, readLockedStudy, studyRecord } from "./locked-study.js";
import { formatLock, lockFiles, type StudyLock } from "./study-lock.js";
import type { RunHost } from "./writable-run.js";

/**
 * Writes lock, points and plan of a new run, or a new revision of them where seeds, budget, statistics, …
 * have changed; the earlier lock is kept as `study.lock.<revision>.yaml`. Throws a `RunError` where results
 * would mix.
 */
export function writeLock(folder: string, sweep: Sweep, host: RunHost, notices: string[]): StudyRecord {
  const created = new Date(host.now()).toISOString();
  const { machine, data, version, workers } = host;
  const { sources = {} } = host;
  const placed = Object.keys(sources).length === 0 ? {} : { sources: relativeSources(folder, sources) };
  const fresh = lockFiles(sweep, { machine, data, ...placed, version, workers, created });
  const before = readEarlier(folder, { lock: fresh.lock, plan: sweep.plan }, notices);
  const earlier = before?.lock;
  if (before !== undefined)
    checkMixing(folder, before.lock, fresh.lock, { before: before.plan, now: sweep.plan });
  const lock: StudyLock = {
    ...fresh.lock,
    created: earlier?.created ?? created,
    revision: earlier?.revision ?? 1,
  };
  const isSame = earlier !== undefined && canonicalJson(earlier) === canonicalJson(lock);
  if (isSame && before?.plan.length === sweep.plan.length) return record(lock, sweep);
  const next = earlier === undefined ? lock : { ...lock, revision: lock.revision + 1 };
  if (earlier !== undefined)
    replaceFile(join(folder, earlierLock(earlier.revision)), readFileSync(join(folder, RUN_FILES.lock)));
  replaceFile(join(folder, RUN_FILES.points), fresh.points);
  replaceFile(join(folder, RUN_FILES.plan), fresh.plan);
  // Last: a lock vouches for files that are there.
  replaceFile(join(folder, RUN_FILES.lock), formatLock(next));
  return record(next, sweep);
}

function record(lock: StudyLock, { points, plan }: Sweep): StudyRecord {
  return studyRecord({ lock, points, plan });
}

type Earlier = Pick<LockedStudy, "lock" | "plan">;

/**
 * The study in the folder. Where points or plan are damaged the lock alone is enough to go on; where the lock
 * is, it is put aside: the ids in the journal still tell which trials belong here.
 */
function readEarlier(folder: string, fresh: Earlier, notices: string[]): Earlier | undefined {
  const rescue = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RunError) || error.code !== "run_damaged") throw error;
      notices.push(error.message);
      return undefined;
    }
  };
  const lock = rescue(() => readLock(folder));
  const path = join(folder, RUN_FILES.lock);
  if (lock === undefined && existsSync(path)) renameSync(path, join(folder, "study.lock.damaged.yaml"));
  return lock && (rescue(() => earlierFiles(folder, lock, fresh)) ?? { lock, plan: [] });
}

/** The plan that a lock vouches for; not read if it equals the one to be written, since it may be large. */
function earlierFiles(folder: string, lock: StudyLock, fresh: Earlier): Earlier | undefined {
  if (canonicalJson(lock.sha256) !== canonicalJson(fresh.lock.sha256)) return readLockedStudy(folder);
  checkFiles(folder, lock);
  return { lock, plan: fresh.plan };
}
