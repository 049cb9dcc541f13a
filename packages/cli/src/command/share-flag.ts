import type { ValueFlag } from "./flag.js";

/** A flag whose value is a share: a number from 0 to less than 1. */
export function shareFlag(describe: string): ValueFlag<number> {
  return {
    kind: "value",
    describe,
    placeholder: "SHARE",
    expects: "a number from 0 to less than 1, such as 0.2",
    parse: (text) => (/^0?(\.\d+)?$/.test(text) && text !== "" ? Number(text) : undefined),
  };
}
