import type { EpochRecord, LayerUnits, Score } from "@actbench/core";
import { ReportDataError } from "./report-data-error.js";
import { count, dictionary, list, nullable, number, type Shape, type Shaped, tuple } from "./shape.js";

const score = nullable(tuple(number, number));
const layer = tuple(count, count, count, count, number);

/** An epoch as a list: epoch, step, train_s, running loss, three scores, units and parameters by layer. */
const row = tuple(
  count,
  count,
  number,
  nullable(number),
  score,
  score,
  score,
  nullable(list(layer)),
  nullable(list(dictionary(number))),
);

const unpack = (pair: readonly [number, number] | null): Score | undefined =>
  pair === null ? undefined : { loss: pair[0], accuracy: pair[1] };

const scoreText = (scored: Score | undefined): string =>
  scored === undefined ? "null" : `[${scored.loss},${scored.accuracy}]`;

const unitsText = (layers: readonly LayerUnits[]): string =>
  layers.map((l) => `[${l.units},${l.dead},${l.inactive},${l.saturated},${l.zero_fraction}]`).join();

/**
 * An epoch in the short form a page holds, as JSON text: a hundred thousand of them would be a million lists.
 * Digests of epochs are left out.
 */
export function epochText(epoch: EpochRecord): string {
  const { train, validation, test, units, params, running_loss } = epoch;
  const scores = [train, validation, test].map(scoreText).join();
  const layers = units === undefined ? "null" : `[${unitsText(units)}]`;
  const trained = params === undefined ? "null" : JSON.stringify(params);
  return `[${epoch.epoch},${epoch.step},${epoch.train_s},${running_loss ?? null},${scores},${layers},${trained}]`;
}

function unitsOf([units, dead, inactive, saturated, zero_fraction]: Shaped<typeof layer>): LayerUnits {
  if (dead > units || inactive > units || saturated > units)
    throw new ReportDataError(`a layer of ${units} units cannot have more of a kind`);
  return { units, dead, inactive, saturated, zero_fraction };
}

/** The epoch of a short form. */
export const epochOf: Shape<EpochRecord> = (value) => {
  const [epoch, step, train_s, running, train, validation, test, units, params] = row(value);
  const scores = { train: unpack(train), validation: unpack(validation), test: unpack(test) };
  return {
    epoch,
    step,
    train_s,
    ...(running === null ? {} : { running_loss: running }),
    ...(scores.train && { train: scores.train }),
    ...(scores.validation && { validation: scores.validation }),
    ...(scores.test && { test: scores.test }),
    ...(units === null ? {} : { units: units.map(unitsOf) }),
    ...(params === null ? {} : { params }),
  };
};
