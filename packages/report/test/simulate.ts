import { normalCdfInverse, type RandomStream, randomStream } from "@actbench/core";
import { tInterval } from "../src/stats/t-interval.js";
import { type Comparable, judgeFamily } from "../src/verdict/judge-family.js";
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

/** Share of BCa or t intervals, as a comparison takes them, of n drawn from a pool that cover the pool's mean. */
export function poolCoverage(pool: readonly number[], n: number, draws: number): number {
  const stream = randomStream(2, "pool", n);
  const center = pool.reduce((sum, value) => sum + value, 0) / pool.length;
  let covered = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = Array.from({ length: n }, () => (pool[stream.below(pool.length)] ?? 0) - center);
    const [effect] = judge([drawn], []);
    const { low = 1, high = -1 } = effect?.difference ?? {};
    if (low <= 0 && high >= 0) covered++;
  }
  return covered / draws;
}

function judge(differences: readonly (readonly number[])[], before: readonly number[]) {
  const n = differences[0]?.length ?? 0;
  const looks = [...before, n].map((seeds) => ({ at: "", command: "report", n: seeds }));
  const family = differences.map(
    (own): Comparable => ({
      sample: { differences: own, reference: 0, planned: n, leftOut: 0, diverged: 0, pruned: 0 },
      metric: "test_loss",
      sign: -1,
    }),
  );
  return judgeFamily(family, { level: levelOf(0.95, n, looks), correction: "holm" });
}

/** How often a family without any true difference leads to a false claim. */
export interface FalseClaims {
  /** On the first page. */
  readonly first: number;
  /** On the page after the seeds were doubled, which replaces the first. */
  readonly second: number;
  /** On either, for who stops at the first claim. */
  readonly either: number;
}

/** Compares `size` equal settings with one baseline over n seeds, looks, doubles the seeds and looks again. */
export function falseClaims({
  size,
  n,
  draws,
}: {
  readonly size: number;
  readonly n: number;
  readonly draws: number;
}): FalseClaims {
  const stream = randomStream(3, "false claims", size);
  const counts = { first: 0, second: 0, either: 0 };
  const claims = (differences: readonly (readonly number[])[], before: readonly number[]): boolean =>
    judge(differences, before).some(({ verdict }) => verdict === "better" || verdict === "worse");
  for (let draw = 0; draw < draws; draw++) {
    const baseline = Array.from({ length: 2 * n }, () => normal(stream));
    const differences = Array.from({ length: size }, () => baseline.map((base) => normal(stream) - base));
    const first = claims(
      differences.map((own) => own.slice(0, n)),
      [],
    );
    const second = claims(differences, [n]);
    if (first) counts.first++;
    if (second) counts.second++;
    if (first || second) counts.either++;
  }
  return { first: counts.first / draws, second: counts.second / draws, either: counts.either / draws };
}
