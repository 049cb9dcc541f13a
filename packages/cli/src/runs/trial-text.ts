import type { EpochRecord, Pruned, Score, TrialRecord } from "@actbench/core";
import { table } from "../terminal/table.js";
import type { FoundTrial } from "./find-trial.js";
import { gradientsText } from "./gradients-text.js";
import { outOfMemoryText } from "./out-of-memory-text.js";
import { targetText } from "./target-text.js";
import { timingText } from "./timing-text.js";

/** A trial as a page of text: what it is, how it went epoch by epoch, what went wrong. */
export function trialText({ run, planned, point, stats, record }: FoundTrial): string {
  const head = [
    `trial ${planned.trial} of ${run}: ${point.label}, seed ${planned.seed}`,
    `id ${planned.id}, ${record === undefined ? "not run yet" : outcome(record)}`,
    ...(record !== undefined && "timing" in record ? timingText(record) : []),
    ...targetText(record, stats),
    "",
    JSON.stringify(
      { dataset: point.spec.dataset, model: point.spec.model, train: point.spec.train },
      null,
      2,
    ),
  ];
  return record === undefined || record.curve.length === 0
    ? head.join("\n")
    : [...head, "", curveTable(record.curve), ...gradientsText(record.curve)].join("\n");
}

function outcome(record: TrialRecord): string {
  switch (record.status) {
    case "completed":
      return `completed, digest ${record.digest}`;
    case "pruned":
      return `pruned at rung ${record.rung}${machineNote(record)}, digest ${record.digest}`;
    case "diverged":
      return `diverged at step ${record.step}${record.layer === undefined ? "" : ` in layer ${record.layer}`}`;
    case "timed_out":
      return `timed out after ${record.after_s.toFixed(1)} s`;
    case "out_of_memory":
      return outOfMemoryText(record);
    case "failed":
      return `failed: ${record.error.code}: ${record.error.message}\n${record.error.stack ?? ""}`.trimEnd();
    default:
      return record satisfies never;
  }
}

function machineNote({ depended_on_machine }: Pruned): string {
  return depended_on_machine === true
    ? " (a trial of it failed or timed out: this depends on the machine)"
    : "";
}

function curveTable(curve: readonly EpochRecord[]): string {
  const titles = [
    "epoch",
    "train loss",
    "train acc",
    "valid loss",
    "valid acc",
    "test loss",
    "test acc",
    "dead/layer",
  ];
  return table(
    [...titles.map((title) => ({ title, align: "right" as const })), { title: "weights" }],
    curve.map((epoch) => [
      `${epoch.epoch}`,
      ...[epoch.train, epoch.validation, epoch.test].flatMap(scoreCells),
      epoch.units?.map(({ dead, units }) => `${dead}/${units}`).join(" ") ?? "",
      epoch.digest?.slice(0, 12) ?? "",
    ]),
  );
}

function scoreCells(score: Score | undefined): readonly string[] {
  return score === undefined ? ["", ""] : [score.loss.toFixed(4), score.accuracy?.toFixed(4) ?? ""];
}
