import type { SpeedGroup, SpeedRound, SpeedSubject } from "@actbench/core/internal";
import type { Interval } from "../stats/interval.js";
import { median } from "../stats/median.js";
import { medianInterval } from "../stats/median-interval.js";

export const SPEED_PARTS = ["step", "forward", "backward"] as const;

/** What was timed: one update of the network, or the activation's value or slopes alone, per element. */
export type SpeedPart = (typeof SPEED_PARTS)[number];

export type SpeedVerdict = "baseline" | "faster" | "slower" | "undecided";

/** A time and how it stands to the baseline's. */
export interface SpeedFigure {
  /**
   * Median over rounds of their medians, with its order-statistics interval, and of their spread;
   * nanoseconds.
   */
  readonly p50_ns: number;
  readonly interval: Interval;
  readonly mad_ns: number;
  /** Rounds. */
  readonly n: number;
  /** Time over the baseline's in the same round: median and interval. */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  readonly verdict: SpeedVerdict;
}

export interface SpeedLine {
  readonly id: string;
  readonly activation: string;
  readonly flat: boolean;
  readonly figures: Partial<Readonly<Record<SpeedPart, SpeedFigure>>>;
}

/** A group of the isolated timing, ready to be shown. */
export interface SpeedView {
  readonly network: string;
  readonly baseline: string;
  /** How far, as a share, two threads of the same network were apart: smaller differences are none. */
  readonly floors: Partial<Readonly<Record<SpeedPart, number>>>;
  /** Cores that others kept busy: median over rounds. */
  readonly others: number;
  /** Others took so much that no verdict is given. */
  readonly loaded: boolean;
  /** Fastest update first. */
  readonly lines: readonly SpeedLine[];
}

/** Cores kept busy by others from which on a machine is not quiet. */
export const LOADED_FROM = 0.25;

/** With fewer rounds no interval of order statistics reaches 95 %, and nothing is decided. */
export const MIN_ROUNDS = 6;

/** No clock of a shared machine tells less than this apart, whatever two threads happened to show. */
const MIN_FLOOR = 0.01;

/**
 * Ratios, intervals and verdicts of a group. A round's ratio is the time over the geometric mean of the
 * baseline's two threads, which ran first and last in it. The noise floor is what the interval of one of
 * these threads over the other reaches. `faster` and `slower` need an interval that lies beyond the floor; on
 * a loaded machine, or with fewer than six rounds, nothing is decided.
 */
export function viewSpeed(group: SpeedGroup, confidence: number): SpeedView {
  const [first, twin] = [
    group.subjects.find(({ activation, twin }) => activation === group.baseline && !twin),
    group.subjects.find((subject) => subject.twin),
  ];
  const others = median(group.others) ?? 0;
  const loaded = others >= LOADED_FROM;
  const floors: Partial<Record<SpeedPart, number>> = {};
  for (const part of SPEED_PARTS) {
    const apart = ratios(twin?.[part], first?.[part]);
    if (apart.length > 0) floors[part] = reach(medianInterval(apart, confidence));
  }
  const lines = group.subjects
    .filter((subject) => !subject.twin)
    .map(({ id, activation, flat, ...parts }): SpeedLine => {
      const figures: Partial<Record<SpeedPart, SpeedFigure>> = {};
      for (const part of SPEED_PARTS) {
        const rounds = parts[part];
        const base = between(first?.[part], twin?.[part]);
        const figure = rounds && figureOf({ rounds, base, confidence });
        if (figure === undefined) continue;
        const isBaseline = activation === group.baseline;
        const verdict = isBaseline
          ? "baseline"
          : loaded || figure.n < MIN_ROUNDS
            ? "undecided"
            : verdictOf(figure.ratioInterval, floors[part] ?? Number.POSITIVE_INFINITY);
        figures[part] = { ...figure, verdict };
      }
      return { id, activation, flat, figures };
    })
    .toSorted((a, b) => (a.figures.step?.ratio ?? 0) - (b.figures.step?.ratio ?? 0));
  const { network, baseline } = group;
  return { network, baseline, floors, others, loaded, lines };
}

/** The baseline's time in each round: the geometric mean of its two threads. */
export function between(first: SpeedSubject["forward"], twin: SpeedSubject["forward"]): readonly number[] {
  return (first ?? []).map(({ p50_ns }, round) => Math.sqrt(p50_ns * (twin?.[round]?.p50_ns ?? p50_ns)));
}

function ratios(of: SpeedSubject["forward"], to: SpeedSubject["forward"]): readonly number[] {
  return (of ?? []).flatMap(({ p50_ns }, round) => {
    const base = to?.[round]?.p50_ns;
    return base === undefined ? [] : p50_ns / base;
  });
}

interface Sampled {
  readonly rounds: readonly SpeedRound[];
  readonly base: readonly number[];
  readonly confidence: number;
}

function figureOf({ rounds, base, confidence }: Sampled): Omit<SpeedFigure, "verdict"> | undefined {
  const times = rounds.map(({ p50_ns }) => p50_ns);
  const [p50_ns, mad_ns] = [median(times), median(rounds.map(({ mad_ns }) => mad_ns))];
  const over = times.flatMap((time, round) => {
    const to = base[round];
    return to === undefined ? [] : time / to;
  });
  const ratio = median(over);
  if (p50_ns === undefined || mad_ns === undefined || ratio === undefined) return undefined;
  return {
    p50_ns,
    interval: medianInterval(times, confidence),
    mad_ns,
    n: times.length,
    ratio,
    ratioInterval: medianInterval(over, confidence),
  };
}

function reach({ low, high }: Interval): number {
  return Math.max(MIN_FLOOR, high - 1, 1 / low - 1);
}

function verdictOf({ low, high }: Interval, floor: number): SpeedVerdict {
  if (low > 1 + floor) return "slower";
  if (high < 1 / (1 + floor)) return "faster";
  return "undecided";
}
