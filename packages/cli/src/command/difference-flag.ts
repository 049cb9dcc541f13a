import type { ValueFlag } from "./flag.js";

/**
 * A flag whose value is a difference: percentage points such as `0.1pp`, or a plain number such as `0.001`.
 */
export function differenceFlag(describe: string): ValueFlag<number> {
  return {
    kind: "value",
    describe,
    placeholder: "0.1pp",
    expects: "a difference above 0: percentage points such as 0.1pp, or a number such as 0.001",
    parse: (text) => {
      const [, digits, unit] = /^(\d+(?:\.\d+)?(?:e-?\d+)?)(pp)?$/.exec(text) ?? [];
      if (digits === undefined) return undefined;
      // To 12 digits, so that 0.1pp is 0.001.
      const value = Number((Number(digits) * (unit === undefined ? 1 : 0.01)).toPrecision(12));
      return value > 0 && Number.isFinite(value) ? value : undefined;
    },
  };
}
