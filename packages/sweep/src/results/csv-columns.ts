import {
  type ActivationSpec,
  type EpochRecord,
  lastEpoch,
  type PlannedTrial,
  type StudyPoint,
  type TrialRecord,
} from "@actbench/core";
import { valueText } from "../plan/value-text.js";
import { pooledUnits } from "./pooled-units.js";

/** What a row is made of; a trial without a record has only its plan. */
export interface CsvRow {
  readonly study: string;
  readonly trial: PlannedTrial;
  readonly point: StudyPoint;
  readonly record: TrialRecord | undefined;
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
  { name: "epochs_done", value: ({ record }) => record && lastEpoch(record)?.epoch },
  { name: "train_loss", value: ({ record }) => finalEpoch(record)?.train?.loss },
  { name: "train_accuracy", value: ({ record }) => finalEpoch(record)?.train?.accuracy },
  { name: "validation_loss", value: ({ record }) => finalEpoch(record)?.validation?.loss },
  { name: "validation_accuracy", value: ({ record }) => finalEpoch(record)?.validation?.accuracy },
  { name: "test_loss", value: ({ record }) => finalEpoch(record)?.test?.loss },
  { name: "test_accuracy", value: ({ record }) => finalEpoch(record)?.test?.accuracy },
  { name: "best_epoch", value: ({ record }) => finalEpoch(record) && bestEpoch(record) },
  { name: "train_s", value: ({ record }) => ran(record)?.timing.train_s },
  { name: "samples_per_s", value: ({ record }) => ran(record)?.timing.samples_per_s },
  { name: "step_ns", value: ({ stepNs }) => stepNs },
  {
    name: "dead_rate_init",
    value: ({ record }) => finalEpoch(record) && pooledUnits(record?.curve[0])?.dead_rate,
  },
  { name: "dead_rate", value: ({ record }) => pooledUnits(finalEpoch(record))?.dead_rate },
  { name: "inactive_rate", value: ({ record }) => pooledUnits(finalEpoch(record))?.inactive_rate },
  { name: "saturated_rate", value: ({ record }) => pooledUnits(finalEpoch(record))?.saturated_rate },
  { name: "zero_fraction", value: ({ record }) => pooledUnits(finalEpoch(record))?.zero_fraction },
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
 * The epoch whose weights a trial ended with. A diverged trial has none: its last weights are not finite; nor has
 * one that was broken off.
 */
function finalEpoch(record: TrialRecord | undefined): EpochRecord | undefined {
  return record?.status === "completed" || record?.status === "pruned" ? lastEpoch(record) : undefined;
}

function ran(
  record: TrialRecord | undefined,
): (TrialRecord & { status: "completed" | "diverged" }) | undefined {
  return record?.status === "completed" || record?.status === "diverged" ? record : undefined;
}

/** The first epoch with the highest validation accuracy, or the lowest loss where there is none; test never chooses. */
function bestEpoch(record: TrialRecord | undefined): number | undefined {
  let best: { readonly epoch: number; readonly merit: number } | undefined;
  for (const { epoch, validation } of record?.curve ?? []) {
    if (validation === undefined) continue;
    const merit = validation.accuracy ?? -validation.loss;
    if (best === undefined || merit > best.merit) best = { epoch, merit };
  }
  return best?.epoch;
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
