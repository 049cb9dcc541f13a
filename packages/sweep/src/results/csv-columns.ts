import {
  type ActivationSpec,
  type MetricColumn,
  measuredMetrics,
  metricOf,
  type PlannedTrial,
  type StudyPoint,
  type StudyRecord,
  SUBSETS,
  type TrialRecord,
} from "@actbench/core/internal";
import { valueText } from "../settings/value-text.js";
import type { CurveSummary } from "./curve-summary.js";

/** What a row is made of; a trial without a record has only its plan. */
export interface CsvRow {
  readonly study: string;
  readonly trial: PlannedTrial;
  readonly point: StudyPoint;
  readonly record: TrialRecord | undefined;
  /** The record's curve. */
  readonly summary: CurveSummary | undefined;
  /** Nanoseconds of an update, as isolated timing measured them. */
  readonly stepNs?: number | undefined;
}

/** What a column holds, in every run: text, whole numbers or numbers. */
export type ColumnType = "text" | "whole" | "number";

/** A column of `results.csv`; undefined where the value was not measured. */
export interface CsvColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (row: CsvRow) => string | number | undefined;
}

/** The columns of every run, in their stable order. */
const COLUMNS: readonly CsvColumn[] = [
  { name: "study", type: "text", value: ({ study }) => study },
  { name: "trial", type: "whole", value: ({ trial }) => trial.trial },
  { name: "point", type: "whole", value: ({ trial }) => trial.point },
  { name: "seed", type: "whole", value: ({ trial }) => trial.seed },
  { name: "status", type: "text", value: ({ record }) => record?.status },
  { name: "dataset", type: "text", value: ({ point }) => point.spec.dataset.name },
  { name: "activation", type: "text", value: ({ point }) => perLayer(point, ({ name }) => name) },
  { name: "activation_params", type: "text", value: ({ point }) => perLayer(point, paramText) },
  { name: "init", type: "text", value: ({ point }) => valueText(point.spec.model.init) },
  { name: "lr", type: "number", value: ({ point }) => point.spec.train.lr },
  { name: "batch_size", type: "whole", value: ({ point }) => point.spec.train.batch_size },
  { name: "optimizer", type: "text", value: ({ point }) => point.spec.train.optimizer },
  { name: "hidden", type: "text", value: ({ point }) => point.spec.model.hidden.join("-") },
  { name: "epochs_done", type: "whole", value: ({ summary }) => summary?.epochs_done },
  metric("train_loss"),
  metric("train_accuracy"),
  metric("validation_loss"),
  metric("validation_accuracy"),
  metric("test_loss"),
  metric("test_accuracy"),
  final("best_epoch", "whole"),
  metric("train_s"),
  metric("samples_per_s"),
  metric("step_ns"),
  metric("dead_rate_init"),
  metric("dead_rate"),
  metric("inactive_rate"),
  metric("saturated_rate"),
  metric("zero_fraction"),
  { name: "probe_n", type: "whole", value: ({ record }) => ran(record)?.probe_n },
  metric("peak_bytes", "whole"),
  {
    name: "diverged_step",
    type: "whole",
    value: ({ record }) => (record?.status === "diverged" ? record.step : undefined),
  },
  { name: "retries", type: "whole", value: ({ record }) => record && (record.retries ?? 0) },
  {
    name: "digest",
    type: "text",
    value: ({ record }) => (record && "digest" in record ? record.digest : undefined),
  },
  {
    name: "error",
    type: "text",
    value: ({ record }) => record && errorText(record),
  },
];

/**
 * The columns of a run: those of every run, then the other metrics that its study measures, then the error of
 * each target where a dataset has several.
 */
export function csvColumns({ points, data }: Pick<StudyRecord, "points" | "data">): readonly CsvColumn[] {
  const known = new Set(COLUMNS.map(({ name }) => name));
  const others = measuredMetrics(points).filter(({ name }) => !known.has(name));
  const columns = [...COLUMNS, ...others.map(({ name }) => metric(name))];
  for (const { name } of columns) known.add(name);
  return [...columns, ...targetColumns({ points, data }).filter(({ name }) => !known.has(name))];
}

/** `test_rmse_u` of a target u, of whichever dataset has one of that name. */
function targetColumns({ points, data }: Pick<StudyRecord, "points" | "data">): readonly CsvColumn[] {
  const places = new Map<string, Map<string, number>>();
  const used = new Set(
    points.flatMap(({ spec }) => (spec.train.target === "numbers" ? spec.dataset.name : [])),
  );
  for (const { name, targets = [] } of data) {
    if (!used.has(name) || targets.length < 2) continue;
    targets.forEach((target, at) => {
      places.set(target.name, (places.get(target.name) ?? new Map()).set(name, at));
    });
  }
  return SUBSETS.flatMap((subset) =>
    [...places].map(([target, at]) => ({
      name: `${subset}_rmse_${target}`,
      type: "number" as const,
      value: ({ record, summary, point }: CsvRow) => {
        const place = at.get(point.spec.dataset.name);
        const ended = record?.status === "completed" || record?.status === "pruned";
        return ended && place !== undefined ? summary?.target_rmse?.[subset]?.[place] : undefined;
      },
    })),
  );
}

/** A metric of a trial's outcome, or of its network. */
function metric(name: MetricColumn, type: ColumnType = "number"): CsvColumn {
  const entry = metricOf(name);
  switch (entry.of) {
    case "epoch":
    case "start":
      return final(name as SingleValue, type);
    case "trial":
      return {
        name,
        type,
        value: ({ record }) => {
          const own = ran(record);
          return own && entry.read(own);
        },
      };
    case "network":
      return { name, type, value: ({ stepNs }) => stepNs };
    default:
      return entry satisfies never;
  }
}

/** What a summary holds one number of. */
type SingleValue = Exclude<keyof CurveSummary, "target_rmse">;

function errorText(record: TrialRecord): string | undefined {
  switch (record.status) {
    case "failed":
      return `${record.error.code}: ${record.error.message}`;
    case "timed_out":
      return `timed_out: after ${record.after_s.toFixed(1)} s`;
    case "out_of_memory":
      return `out_of_memory: limit ${record.limit_bytes} bytes`;
    default:
      return undefined;
  }
}

/**
 * What a trial's last weights reached. A diverged trial has none: they are not finite; nor has one that was
 * broken off.
 */
function final(name: SingleValue, type: ColumnType = "number"): CsvColumn {
  return {
    name,
    type,
    value: ({ record, summary }) =>
      record?.status === "completed" || record?.status === "pruned" ? summary?.[name] : undefined,
  };
}

function ran(
  record: TrialRecord | undefined,
): (TrialRecord & { status: "completed" | "diverged" }) | undefined {
  return record?.status === "completed" || record?.status === "diverged" ? record : undefined;
}

/** One text where all layers agree, else one per layer. */
export function perLayer({ spec }: StudyPoint, text: (activation: ActivationSpec) => string): string {
  const texts = spec.model.activation.map(text);
  return new Set(texts).size === 1 ? (texts[0] ?? "") : texts.join("|");
}

/** `alpha=0.1`, several joined by semicolons; a trained one as it began. */
function paramText({ params }: ActivationSpec): string {
  return params
    .map(({ name, value, trainable, weight_decay }) => {
      const decay = weight_decay === undefined ? "" : ` with weight_decay ${weight_decay}`;
      return `${name}=${value}${trainable ? ` (trained${decay})` : ""}`;
    })
    .join(";");
}
