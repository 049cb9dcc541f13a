import { scaleLinear, scaleLog, scalePoint } from "d3-scale";
import { formatNumber } from "../format/format.js";
import type { ChartAxis } from "./chart-axis.js";
import { spreadTicks } from "./spread-ticks.js";

// Values that differ by more than this factor are spread by their logarithm.
const WIDE = 8;
const FEW = 9;

export interface NumberAxisOptions {
  readonly label: string;
  readonly values: readonly number[];
  readonly range: readonly [number, number];
  /** Pixels between two ticks at least. */
  readonly gap: number;
  /** Evenly spread however wide, as layers are. */
  readonly even?: boolean;
}

/**
 * An axis of numbers that a study varies: logarithmic where they span decades, with a tick at each where they
 * are few.
 */
export function numberAxis({ label, values, range, gap, even = false }: NumberAxisOptions): ChartAxis {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const [low = 0, high = 1] = [distinct[0], distinct.at(-1)];
  if (distinct.length < 2) {
    const middle = scalePoint([low], [...range])(low) ?? range[0];
    return { at: () => middle, ticks: [{ at: middle, label: formatNumber(low) }], label };
  }
  const logarithmic = !even && low > 0 && high / low > WIDE;
  const scale = (logarithmic ? scaleLog() : scaleLinear()).domain([low, high]).range([...range]);
  const chosen = distinct.length <= FEW ? distinct : scale.ticks(5);
  const ticks = chosen.map((value) => ({ at: scale(value), label: formatNumber(value) }));
  return { at: scale, ticks: spreadTicks(ticks, gap), label };
}
