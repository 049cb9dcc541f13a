import {
  type EpochRecord,
  type ErrorRecord,
  type Pruned,
  SCORES,
  type Score,
  SUBSETS,
  type TrialRecord,
} from "@actbench/core/internal";
import { changedSettings } from "@actbench/sweep";
import { oneLine } from "../terminal/own-codes.js";
import { table } from "../terminal/table.js";
import { deadUnitsText } from "./dead-units-text.js";
import type { FoundTrial } from "./find-trial.js";
import { gradientsText } from "./gradients-text.js";
import { outOfMemoryText } from "./out-of-memory-text.js";
import { targetText } from "./target-text.js";
import { timingText } from "./timing-text.js";
import { turnoverText } from "./turnover-text.js";

/** A trial as a page of text: what it is, how it went epoch by epoch, what went wrong. */
export function trialText({ run, planned, point, stats, record }: FoundTrial, width: number): string {
  const head = [
    `trial ${planned.trial} of ${oneLine(run)}: ${oneLine(point.label)}, seed ${planned.seed}`,
    `id ${planned.id}, ${record === undefined ? "not run yet" : outcome(record)}`,
    ...(record !== undefined && "timing" in record ? timingText(record) : []),
    ...targetText(record, stats),
    "",
    table(
      [{ title: "setting" }, { title: "value" }],
      changedSettings(point.spec).map(({ name, value }) => [name, value]),
      width,
    ),
    "all other settings are at their defaults; --json prints them",
  ];
  return record === undefined || record.curve.length === 0
    ? head.join("\n")
    : [
        ...head,
        "",
        curveTable(record.curve, width),
        ...deadUnitsText(record.curve),
        ...turnoverText(record.curve),
        ...gradientsText(record.curve),
      ].join("\n");
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
      return failure(record.error);
    default:
      return record satisfies never;
  }
}

/** Lines after the first are indented, so that they cannot look like ours. */
function failure({ code, message, stack = "" }: ErrorRecord): string {
  return `failed: ${code}: ${message}\n${stack}`.trimEnd().replace(/\n */g, "\n    ");
}

function machineNote({ depended_on_machine }: Pruned): string {
  return depended_on_machine === true
    ? " (a trial of it failed or timed out: this depends on the machine)"
    : "";
}

function curveTable(curve: readonly EpochRecord[], width: number): string {
  // Where there is no room, losses go first, then weights; what ranks and dead units stay.
  const main = curve.some((epoch) => SUBSETS.some((subset) => epoch[subset]?.rmse !== undefined))
    ? "rmse"
    : "accuracy";
  const title = main === "rmse" ? "RMSE" : "acc";
  const titles = ["epoch", ...["train", "valid", "test"].flatMap((of) => [`${of} loss`, `${of} ${title}`])];
  const others = OTHER_SCORES.flatMap(({ name, title }) =>
    SUBSETS.filter((subset) => curve.some((epoch) => epoch[subset]?.[name] !== undefined)).map((subset) => ({
      title: `${subset === "validation" ? "valid" : subset} ${title}`,
      value: (epoch: EpochRecord) => shortScore(epoch[subset]?.[name]),
    })),
  );
  return table(
    [
      ...[...titles, "dead/layer", ...others.map(({ title }) => title)].map((title) => ({
        title,
        align: "right" as const,
        ...(/ loss$/.test(title) && { minor: 2 }),
      })),
      { title: "weights", minor: 1 },
    ],
    curve.map((epoch) => [
      `${epoch.epoch}`,
      ...[epoch.train, epoch.validation, epoch.test].flatMap((score) => scoreCells(score, main)),
      epoch.units?.map(({ dead, units }) => `${dead}/${units}`).join(" ") ?? "",
      ...others.map(({ value }) => value(epoch)),
      epoch.digest?.slice(0, 12) ?? "",
    ]),
    width,
  );
}

/** What stands behind the loss and the score that ranks. */
const OTHER_SCORES = SCORES.filter(({ name }) => !["loss", "accuracy", "rmse"].includes(name));

function scoreCells(score: Score | undefined, main: "accuracy" | "rmse"): readonly string[] {
  if (score === undefined) return ["", ""];
  return [score.loss?.toFixed(4) ?? "not finite", shortScore(score[main])];
}

/** Four decimals, or as many digits of a number that is large or small in its own unit. */
function shortScore(value: number | undefined): string {
  if (value === undefined) return "";
  const size = Math.abs(value);
  return size === 0 || (size >= 0.001 && size < 1000) ? value.toFixed(4) : value.toPrecision(5);
}
