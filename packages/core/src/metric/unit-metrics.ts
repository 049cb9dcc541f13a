import type { StartMetric, UnitMetric } from "./metric-entry.js";
import { pooledUnits } from "./pooled-units.js";

const RATE = { unit: "rate", goal: "minimize", repeats: true } as const;

export const deadRateInit = {
  ...RATE,
  name: "dead_rate_init",
  title: "dead rate at initialization",
  of: "start",
  read: (epoch) => pooledUnits(epoch, ({ dead }) => dead),
} as const satisfies StartMetric;

export const deadRate = {
  ...RATE,
  name: "dead_rate",
  title: "dead rate",
  of: "epoch",
  from: "dead_units",
  read: (epoch) => pooledUnits(epoch, ({ dead }) => dead),
} as const satisfies UnitMetric;

export const inactiveRate = {
  ...RATE,
  name: "inactive_rate",
  title: "inactive rate",
  of: "epoch",
  from: "every_unit",
  read: (epoch) => pooledUnits(epoch, ({ inactive }) => inactive),
} as const satisfies UnitMetric;

export const saturatedRate = {
  ...RATE,
  name: "saturated_rate",
  title: "saturated rate",
  of: "epoch",
  from: "every_unit",
  read: (epoch) => pooledUnits(epoch, ({ saturated }) => saturated),
} as const satisfies UnitMetric;

/** The mean of the layers' shares, weighted by their units. */
export const zeroFraction = {
  ...RATE,
  name: "zero_fraction",
  title: "zero fraction",
  of: "epoch",
  from: "every_unit",
  read: (epoch) => pooledUnits(epoch, ({ zero_fraction, units }) => zero_fraction * units),
} as const satisfies UnitMetric;
