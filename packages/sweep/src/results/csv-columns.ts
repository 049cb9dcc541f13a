import type { ActivationSpec, PlannedTrial, StudyPoint, TrialRecord } from "@actbench/core";
import type { CurveSummary } from "../journal/curve-summary.js";
import { valueText } from "../plan/value-text.js";

/** What a row is made of; a trial without a record has only its plan. */
export interface CsvRow {
  readonly study: string;
  readonly trial: PlannedTrial;
  readonly point: StudyPoint;
  readonly record: TrialRecord | undefined;
  /** The record's curve. */
  readonly summary: CurveSummary | undefined;
  /** Nanoseconds of an update, as the quiet lane measured them. */
  readonly stepNs?: number | undefined;
}

/** A column of `results.csv`; undefined where the value was not measured. */
export interface CsvColumn {
  readonly name: string;
  readonly value: (row: CsvRow) => string | number | undefined;
}

/** Every column, in its stable order. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  { name: "study", value: ({ study }) => study },
  { name: "trial", value: ({ trial }) => trial.trial },
  { name: "point", value: ({ trial }) => trial.point },
  { name: "seed", value: ({ trial }) => trial.seed },
  { name: "status", value: ({ record }) => record?.status },
  { name: "dataset", value: ({ point }) => point.spec.dataset.name },
  { name: "activation", value: ({ point }) => perLayer(point, ({ name }) => name) },
  { name: "activation_params", value: ({ point }) => perLayer(point, paramText) },
  { name: "init", value: ({ point }) => valueText(point.spec.model.init) },
  { name: "lr", value: ({ point }) => point.spec.train.lr },
  { name: "batch_size", value: ({ point }) => point.spec.train.batch_size },
  { name: "optimizer", value: ({ point }) => point.spec.train.optimizer },
  { name: "hidden", value: ({ point }) => point.spec.model.hidden.join("-") },
  { name: "epochs_done", value: ({ summary }) => summary?.epochs_done },
  final("train_loss"),
  final("train_accuracy"),
  final("validation_loss"),
  final("validation_accuracy"),
  final("test_loss"),
  final("test_accuracy"),
  final("best_epoch"),
  { name: "train_s", value: ({ record }) => ran(record)?.timing.train_s },
  { name: "samples_per_s", value: ({ record }) => ran(record)?.timing.samples_per_s },
  { name: "step_ns", value: ({ stepNs }) => stepNs },
  final("dead_rate_init"),
  final("dead_rate"),
  final("inactive_rate"),
  final("saturated_rate"),
  final("zero_fraction"),
  { name: "probe_n", value: ({ record }) => ran(record)?.probe_n },
  { name: "peak_bytes", value: ({ record }) => ran(record)?.peak_bytes },
  { name: "diverged_step", value: ({ record }) => (record?.status === "diverged" ? record.step : undefined) },
  { name: "retries", value: ({ record }) => record && (record.retries ?? 0) },
  { name: "digest", value: ({ record }) => (record && "digest" in record ? record.digest : undefined) },
  {
    name: "error",
    value: ({ record }) => record && errorText(record),
  },
];

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
 * What a trial's last weights reached. A diverged trial has none: they are not finite; nor has one that was broken off.
 */
function final(name: keyof CurveSummary): CsvColumn {
  return {
    name,
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
function perLayer({ spec }: StudyPoint, text: (activation: ActivationSpec) => string): string {
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
