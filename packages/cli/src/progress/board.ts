import type { StudyRecord } from "@actbench/core/internal";
import type { Counts, Progress } from "@actbench/sweep";
import { PointMeans } from "./point-means.js";

/** A trial that is being trained. */
export interface RunningTrial {
  readonly trial: number;
  readonly label: string;
  readonly seed: number;
  readonly worker: number | undefined;
  /** Epochs whose end was reached. */
  readonly epoch: number;
  readonly epochs: number;
}

/** What the progress display shows. */
export interface Board {
  readonly counts: Counts;
  /** In the order of their start. */
  readonly running: readonly RunningTrial[];
  /** Seconds of the display's clock when `counts` was true. */
  readonly at_s: number;
  /** Means of the metric over this session's trials. */
  readonly means: PointMeans;
}

type Shown = Pick<StudyRecord, "points" | "metric">;

/** The board after an event. */
export function updateBoard(board: Board | undefined, event: Progress, study: Shown, now_s: number): Board {
  const running = updateRunning(board?.running ?? [], event, study);
  const means = board?.means ?? new PointMeans(study.metric);
  if (event.type === "finished") means.add(event.label, event.record);
  return { counts: event.counts, running, at_s: now_s, means };
}

function updateRunning(
  running: readonly RunningTrial[],
  event: Progress,
  study: Shown,
): readonly RunningTrial[] {
  switch (event.type) {
    case "begun":
      return [];
    case "started": {
      const { trial, seed, point } = event.trial;
      const epochs = study.points[point]?.spec.train.epochs ?? 0;
      const started = { trial, label: event.label, seed, worker: event.worker, epoch: 0, epochs };
      return [...without(running, trial), started];
    }
    case "epoch":
      return running.map((item) =>
        item.trial === event.trial.trial ? { ...item, epoch: event.epoch.epoch } : item,
      );
    case "retried":
    case "paused":
    case "finished":
      return without(running, event.trial.trial);
    case "remark":
      return running;
    default:
      return event satisfies never;
  }
}

function without(running: readonly RunningTrial[], trial: number): readonly RunningTrial[] {
  return running.filter((item) => item.trial !== trial);
}
