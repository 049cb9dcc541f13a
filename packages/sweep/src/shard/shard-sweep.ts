import { ConfigError } from "../config/config-error.js";
import { sha256 } from "../files/sha256.js";
import { planText } from "../plan/plan-text.js";
import { pointCosts } from "../plan/point-costs.js";
import type { Shard } from "../plan/shard.js";
import type { Sweep } from "../study/sweep.js";
import { assignShards } from "./assign-shards.js";

/**
 * The part of a sweep that one shard runs; trials keep their numbers. Throws a `ConfigError` for a method
 * whose decisions need all trials of a study.
 */
export function shardSweep(sweep: Sweep, shard: Shard): Sweep {
  if (sweep.early_terminate !== undefined)
    throw new ConfigError([
      {
        place: "--shard",
        path: sweep.method === "halving" ? "method" : "early_terminate",
        message: "early stopping compares all trials of a rung, and a shard has only some of them",
        hint: "run it without --shard, or use random or sobol without early_terminate",
      },
    ]);
  if (sweep.confirm !== undefined)
    throw new ConfigError([
      {
        place: "--shard",
        path: "seeds.confirm",
        message: "finalists are chosen from all trials of a study, and a shard has only some of them",
        hint: "run it without --shard, or leave confirm out",
      },
    ]);
  const { plan, points, seeds, datasets } = sweep;
  const { index, count } = shard;
  const shards = assignShards(plan, pointCosts(points, datasets), { seeds, count });
  return {
    ...sweep,
    plan: plan.filter((_, i) => shards[i] === index),
    shard: { index, count, plan: sha256(planText(plan)) },
  };
}
