import { describe, expect, it } from "vitest";
import { load } from "../../test/load.js";
import { pointCosts } from "../plan/point-costs.js";
import { parseShard } from "../plan/shard.js";
import { shardSweep } from "./shard-sweep.js";

const SWEEP = "parameters: { activation: [relu, elu, tanh], epochs: [1, 2, 5, 9] }\nseeds: 4\n";

describe("shards of a plan", () => {
  it.each([1, 2, 3, 4, 7, 48, 60])("%i shards hold every trial once, under its number", (count) => {
    const sweep = load(SWEEP);
    const parts = Array.from({ length: count }, (_, i) => shardSweep(sweep, { index: i + 1, count }).plan);
    expect(parts.flat().sort((a, b) => a.trial - b.trial)).toEqual(sweep.plan);
  });

  it("cost about the same", () => {
    const sweep = load(SWEEP);
    const costs = pointCosts(sweep.points, sweep.datasets);
    const loads = [1, 2, 3].map((index) =>
      shardSweep(sweep, { index, count: 3 }).plan.reduce((sum, { point }) => sum + (costs[point] ?? 0), 0),
    );
    // The least and the most loaded differ by one trial at most.
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(...costs));
  });

  it("keep their trials when a seed is added", () => {
    const few = shardSweep(load(SWEEP), { index: 2, count: 3 }).plan;
    const more = shardSweep(load(SWEEP, "seeds=6"), { index: 2, count: 3 }).plan;
    expect(more.slice(0, few.length)).toEqual(few);
  });
});

it.each([
  ["1/4", { index: 1, count: 4 }],
  ["4/4", { index: 4, count: 4 }],
  ["0/4", undefined],
  ["5/4", undefined],
  ["1/0", undefined],
  ["1/99999", undefined],
  ["-1/4", undefined],
  ["1", undefined],
  ["1/4 ", undefined],
])("the text %o is the shard %o", (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});
