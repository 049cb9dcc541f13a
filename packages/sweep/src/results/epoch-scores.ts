import type { EpochRecord } from "@actbench/core";
import { pooledUnits } from "./pooled-units.js";

/**
 * What a network reached at an epoch's end, by the names of metrics: losses, accuracies, rates over the units of all
 * hidden layers. Absent where it was not measured or is not finite: JSON knows no infinity, and a run that is continued
 * from its files must see what the unbroken one sees.
 */
export interface EpochScores {
  readonly train_loss?: number;
  readonly train_accuracy?: number;
  readonly validation_loss?: number;
  readonly validation_accuracy?: number;
  readonly test_loss?: number;
  readonly test_accuracy?: number;
  readonly dead_rate?: number;
  readonly inactive_rate?: number;
  readonly saturated_rate?: number;
  readonly zero_fraction?: number;
}

/** The scores of an epoch. */
export function epochScores(epoch: EpochRecord): EpochScores {
  const { train, validation, test } = epoch;
  const values: Readonly<Record<keyof EpochScores, number | undefined>> = {
    train_loss: train?.loss,
    train_accuracy: train?.accuracy,
    validation_loss: validation?.loss,
    validation_accuracy: validation?.accuracy,
    test_loss: test?.loss,
    test_accuracy: test?.accuracy,
    ...NO_RATES,
    ...pooledUnits(epoch),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
}

const NO_RATES = {
  dead_rate: undefined,
  inactive_rate: undefined,
  saturated_rate: undefined,
  zero_fraction: undefined,
};
