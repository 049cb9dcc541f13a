import type { ValueFlag } from "./flag.js";

/** A flag whose value is a duration such as `90s`, `20m` or `1h30m`; kept as text, sweep reads it. */
export function durationFlag(describe: string): ValueFlag<string> {
  return {
    kind: "value",
    describe,
    placeholder: "20m",
    expects: "a duration with its unit, such as 90s, 20m or 1h30m",
    hint: (text) => (/^\d+(\.\d+)?$/.test(text) ? `did you mean ${text}s or ${text}m?` : undefined),
    parse: (text) => (/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text) && /[1-9]/.test(text) ? text : undefined),
  };
}
