import { type Look, normalCdfInverse, type RandomStream, randomStream } from "@actbench/core/internal";
import { tInterval } from "../src/stats/t-interval.js";
import type { Comparable } from "../src/verdict/comparable.js";
import { judgeFamily } from "../src/verdict/judge-family.js";
import { levelOf } from "../src/verdict/level.js";

const normal = (stream: RandomStream): number => normalCdfInverse(stream.uniform() || 0.5);

/** Share of t intervals of n normal differences that cover their true mean, 0. */
export function tCoverage(n: number, draws: number): number {
  const stream = randomStream(1, "coverage", n);
  let covered = 0;
  for (let draw = 0; draw < draws; draw++) {
    const interval = tInterval(
      Array.from({ length: n }, () => normal(stream)),
      0.95,
    );
    if ((interval?.low ?? 1) <= 0 && (interval?.high ?? -1) >= 0) covered++;
  }
  return covered / draws;
}

/**
 * Share of BCa or t intervals, as a comparison takes them, of n drawn from a pool that cover the pool's mean.
 */
export function poolCoverage(pool: readonly number[], n: number, draws: number): number {
  const stream = randomStream(2, "pool", n);
  const center = pool.reduce((sum, value) => sum + value, 0) / pool.length;
  let covered = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = Array.from({ length: n }, () => (pool[stream.below(pool.length)] ?? 0) - center);
    const [effect] = judge([drawn], { looks: [n] });
    const { low = 1, high = -1 } = effect?.difference ?? {};
    if (low <= 0 && high >= 0) covered++;
  }
  return covered / draws;
}

interface Looked {
  /** The numbers of seeds at which verdicts were shown, the last one's being those given. */
  readonly looks: readonly number[];
  /** `stats.looks`; absent: none is declared. */
  readonly declared?: number | undefined;
}

function judge(differences: readonly (readonly number[])[], { looks, declared }: Looked) {
  const n = differences[0]?.length ?? 0;
  const stats = { confidence: 0.95, ...(declared !== undefined && { looks: declared }) };
  const past = looks.map(
    (seeds): Look => ({ at: "", command: "report", n: seeds, ...(declared !== undefined && { declared }) }),
  );
  const family = differences.map(
    (own): Comparable => ({
      sample: {
        differences: own,
        reference: 0,
        seeds: n,
        planned: n,
        leftOut: 0,
        diverged: 0,
        divergedA: 0,
        divergedB: 0,
        identical: 0,
        pruned: 0,
      },
      metric: "test_loss",
      sign: -1,
    }),
  );
  return judgeFamily(family, { level: levelOf(stats, n, past), correction: "holm" });
}

/** How often a family without any true difference leads to a false claim. */
export interface FalseClaims {
  /** On the page of each look, which replaces the one before. */
  readonly at: readonly number[];
  /** On any of them, if one stops at the first claim. */
  readonly any: number;
}

/**
 * Compares `size` equal settings with one baseline, and looks at the verdicts at each of these numbers of
 * seeds.
 */
export function falseClaims({
  size,
  draws,
  ...looked
}: Looked & { readonly size: number; readonly draws: number }): FalseClaims {
  const stream = randomStream(3, "false claims", size);
  const most = looked.looks.at(-1) ?? 0;
  const counts = looked.looks.map(() => 0);
  let any = 0;
  for (let draw = 0; draw < draws; draw++) {
    const baseline = Array.from({ length: most }, () => normal(stream));
    const differences = Array.from({ length: size }, () => baseline.map((base) => normal(stream) - base));
    const wrong = looked.looks.map((n, i) =>
      judge(
        differences.map((own) => own.slice(0, n)),
        { ...looked, looks: looked.looks.slice(0, i + 1) },
      ).some(({ verdict }) => verdict === "better" || verdict === "worse"),
    );
    for (const [i, is] of wrong.entries()) if (is) counts[i] = (counts[i] ?? 0) + 1;
    if (wrong.includes(true)) any++;
  }
  return { at: counts.map((count) => count / draws), any: any / draws };
}
