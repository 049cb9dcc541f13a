import { parseShard, type Shard } from "@actbench/sweep";
import type { ValueFlag } from "./flag.js";

/** `--shard=2/4`: one of several parts of a plan. */
export const shardFlag: ValueFlag<Shard> = {
  kind: "value",
  describe: "train only shard I of N, in a separate folder; see merge",
  placeholder: "I/N",
  expects: "a shard and the number of shards, such as 2/4; the first is 1/4",
  parse: parseShard,
};
