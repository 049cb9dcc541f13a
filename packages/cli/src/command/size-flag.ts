import { parseBytes } from "@actbench/sweep";
import type { ValueFlag } from "./flag.js";

/** A flag whose value is a size such as `8GiB`, in bytes. */
export function sizeFlag(describe: string): ValueFlag<number> {
  return {
    kind: "value",
    describe,
    placeholder: "8GiB",
    expects: "a size such as 8GiB or 500MB",
    parse: parseBytes,
  };
}
