import type { MetricRequest, UnitMetric } from "./metric-entry.js";
import { pooledUnits } from "./pooled-units.js";

const request: MetricRequest = { setting: "turnover: true", isIn: ({ turnover }) => turnover === true };
const TURNOVER = { unit: "rate", repeats: true, of: "epoch", from: "dead_units", request } as const;

/** Of all hidden units, those that were alive at a probe and dead at a later one. */
export const diedRate = {
  ...TURNOVER,
  name: "died_rate",
  title: "died rate",
  goal: "minimize",
  read: (epoch) => pooledUnits(epoch, ({ died }) => died),
} as const satisfies UnitMetric;

/** Of the units that died, those that were alive at a probe after that; undefined where none died. */
export const revivedRate = {
  ...TURNOVER,
  name: "revived_rate",
  title: "revived rate",
  goal: "maximize",
  read: (epoch) =>
    pooledUnits(
      epoch,
      ({ revived }) => revived,
      ({ died }) => died,
    ),
} as const satisfies UnitMetric;
