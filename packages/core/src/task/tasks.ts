import { classification } from "./classification.js";
import { reconstruction } from "./reconstruction.js";
import { regression } from "./regression.js";
import type { TaskEntry } from "./task-entry.js";

const LIST = [classification, regression, reconstruction] as const;

export type TaskName = (typeof LIST)[number]["name"];
/** What outputs are compared with, as `train.target` says. */
export type Target = (typeof LIST)[number]["target"];
/** What is minimized, as `train.loss` says. */
export type Loss = (typeof LIST)[number]["losses"][number];
export type Task = TaskEntry<TaskName, Target, Loss>;

/** Every task. The first is the default. */
export const TASKS: readonly Task[] = LIST;

export const TARGETS: readonly Target[] = TASKS.map(({ target }) => target);
export const LOSSES: readonly Loss[] = [...new Set(TASKS.flatMap(({ losses }) => losses))];

/**
 * The task that a trial's settings ask for; the first where they do not say, as those of engines that knew no
 * other.
 */
export function taskOf({ target }: { readonly target?: Target }): Task {
  const task = target === undefined ? TASKS[0] : TASKS.find((known) => known.target === target);
  if (task === undefined) throw new RangeError(`no task has train.target: ${target}`);
  return task;
}
