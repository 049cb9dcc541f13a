import type { EpochRecord, LayerUnits } from "@actbench/core/internal";

/** The four words of the definitions, with how a layer's rate and a point's come out of the records. */
export const STATES = [
  { title: "dead", metric: "dead_rate", rate: ({ dead, units }: LayerUnits) => dead / units },
  { title: "inactive", metric: "inactive_rate", rate: ({ inactive, units }: LayerUnits) => inactive / units },
  {
    title: "saturated",
    metric: "saturated_rate",
    rate: ({ saturated, units }: LayerUnits) => saturated / units,
  },
  { title: "zeros", metric: "zero_fraction", rate: ({ zero_fraction }: LayerUnits) => zero_fraction },
] as const;
export type State = (typeof STATES)[number];

/** A state's share of a layer's units at an epoch; undefined where units were not probed. */
export function rateAt(epoch: EpochRecord, layer: number, { rate }: State): number | undefined {
  const units = epoch.units?.[layer];
  return units === undefined || units.units === 0 ? undefined : rate(units);
}
