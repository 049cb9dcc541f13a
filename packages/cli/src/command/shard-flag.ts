import { parseShard, type Shard } from "@actbench/sweep";
import type { ValueFlag } from "./flag.js";

/** `--shard=2/4`: one of several parts of a plan. */
export const shardFlag: ValueFlag<Shard> = {
  kind: "value",
  describe: "only this part of the plan, in a folder of its own; see merge",
  placeholder: "I/N",
  expects: "a part and how many there are, such as 2/4; the first is 1/4",
  parse: parseShard,
};
