import type { ValueFlag } from "../command/flag.js";

const LEAST = 20;
const MOST = 1000;

/** A flag whose value is a width in millimeters: `85mm`, or `85`. */
export function millimetersFlag(describe: string): ValueFlag<number> {
  return {
    kind: "value",
    describe,
    placeholder: "MM",
    expects: `a width from ${LEAST}mm to ${MOST}mm, such as 85mm`,
    parse: (text) => {
      const [, digits] = /^(\d+(?:\.\d+)?)(?:mm)?$/.exec(text) ?? [];
      const value = Number(digits);
      return digits !== undefined && value >= LEAST && value <= MOST ? value : undefined;
    },
  };
}
