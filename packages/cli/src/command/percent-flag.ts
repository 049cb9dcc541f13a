import type { ValueFlag } from "./flag.js";

/** A flag whose value is a share such as `2%`; as a number from 0 to 1. */
export function percentFlag(describe: string): ValueFlag<number> {
  return {
    kind: "value",
    describe,
    placeholder: "2%",
    expects: "a percentage from 0.1% to 100%, such as 2%",
    parse: (text) => {
      const share = /^\d{1,3}(\.\d+)?%$/.test(text) ? Number.parseFloat(text) / 100 : undefined;
      return share !== undefined && share >= 0.001 && share <= 1 ? share : undefined;
    },
  };
}
