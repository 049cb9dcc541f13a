import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { canonicalJson } from "@actbench/core/internal";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import { folderName } from "../study/study-name.js";
import type { Sweep } from "../study/sweep.js";
import { listRuns } from "./list-runs.js";
import { readLock } from "./locked-study.js";
import { flatSpec } from "./point-lines.js";
import type { StudyLock } from "./study-lock.js";

const MAX_LISTED = 5;

/**
 * What the newest other run of a sweep's name under `out` has otherwise, as a remark for the first time the
 * sweep runs: a changed file starts a new run, which may not be intended. Undefined where there is no such
 * run.
 */
export function sameNameRemark(out: string, sweep: Sweep): string | undefined {
  const [every, same] = [folderName(sweep.name, ""), folderName(sweep.name, sweep.hash)];
  const [newest] = listRuns(out)
    .filter((other) => basename(other).startsWith(every) && !basename(other).startsWith(same))
    .map((other) => ({ other, at: statSync(join(other, RUN_FILES.lock)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  const lock = newest && lockOf(newest.other);
  if (newest === undefined || lock?.name !== sweep.name) return undefined;
  const changed = differences(lock, sweep);
  const more = changed.length > MAX_LISTED ? ` and ${changed.length - MAX_LISTED} more` : "";
  const what = changed.length === 0 ? "its points" : `${changed.slice(0, MAX_LISTED).join(", ")}${more}`;
  return `this study differs from ${basename(newest.other)} in ${what} and gets a separate folder; to continue that one, run its sweep file unchanged`;
}

/** A run that cannot be read is no reason to say anything here. */
function lockOf(folder: string): StudyLock | undefined {
  try {
    return readLock(folder);
  } catch (error) {
    if (error instanceof RunError) return undefined;
    throw error;
  }
}

/** Names of what differs: axes, fixed settings, activations, the method. */
function differences(lock: StudyLock, sweep: Sweep): readonly string[] {
  const axes = (held: StudyLock["axes"]) =>
    Object.fromEntries(held.map(({ name, values }) => [name, values]));
  const activations = (held: Sweep["activations"]) =>
    Object.fromEntries(held.map((one) => [`the activation ${one.label}`, one]));
  const first = sweep.points[0];
  const { method, study_seed, early_terminate } = sweep;
  const inAxes = differing(axes(lock.axes), axes(sweep.axes));
  const shared = differing(activations(lock.activations), activations(sweep.activations), {
    onlyShared: true,
  });
  const swept = new Set([...lock.axes, ...sweep.axes].map(({ name }) => name).concat("model.activation"));
  const fixed = differing(lock.base, first === undefined ? {} : flatSpec(first.spec));
  return [
    ...inAxes,
    ...shared,
    ...fixed.filter((name) => !swept.has(name)),
    ...differing(
      { method: lock.method, study_seed: lock.study_seed, early_terminate: lock.early_terminate },
      { method, study_seed, early_terminate },
    ),
  ];
}

function differing(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  { onlyShared = false } = {},
): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names
    .filter((name) => !onlyShared || (Object.hasOwn(a, name) && Object.hasOwn(b, name)))
    .filter((name) => canonicalJson(a[name] ?? null) !== canonicalJson(b[name] ?? null));
}
