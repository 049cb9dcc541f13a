import type { MachineCard } from "./study.js";

/** One round's samples of one thing: median and median absolute deviation of `n` samples, nanoseconds. */
export interface SpeedRound {
  readonly p50_ns: number;
  readonly mad_ns: number;
  readonly n: number;
}

/** What isolated timing measured of one network, round by round. */
export interface SpeedSubject {
  /** {@link speedId} of the points whose network this is. */
  readonly id: string;
  /** The activation's label. */
  readonly activation: string;
  /**
   * The baseline once more, in a separate thread: two identical networks show how large a real difference
   * must be.
   */
  readonly twin: boolean;
  /** Whether its times had stopped falling before the first round. */
  readonly flat: boolean;
  /** One update, batch copied in. */
  readonly step: readonly SpeedRound[];
  /**
   * The activation's value alone, and its slopes alone, per element, in L1; absent where layers differ or it
   * is code.
   */
  readonly forward?: readonly SpeedRound[];
  readonly backward?: readonly SpeedRound[];
}

/** Networks that differ in nothing but the activation, measured turn by turn. */
export interface SpeedGroup {
  /** What they have in common, short: `mnist · 128-64 · batch 64 · sgd`. */
  readonly network: string;
  /** Label of the activation that the others are compared with. */
  readonly baseline: string;
  /** Cores that other processes kept busy, one number per round. */
  readonly others: readonly number[];
  readonly subjects: readonly SpeedSubject[];
}

/** A pass through isolated timing. */
export interface SpeedLane {
  readonly format: 1;
  /** ISO 8601. */
  readonly created: string;
  readonly version: string;
  readonly engine: number;
  readonly machine: MachineCard;
  /**
   * What kernels were translated to; absent in files written before 256-bit kernels, which were "128-bit".
   */
  readonly kernels?: string;
  readonly groups: readonly SpeedGroup[];
}
