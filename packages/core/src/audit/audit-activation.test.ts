import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { catalog } from "../activation/catalog/catalog.js";
import { defineActivation } from "../activation/define-activation.js";
import type { ParamInput } from "../activation/define-param.js";
import { relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { auditActivation } from "./audit-activation.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");

/** Every look at this clock is a hundredth of a second later: speed is a matter of the machine, not of these tests. */
function fakeClock(): () => number {
  let time = 0;
  return () => {
    time += 0.01;
    return time;
  };
}

describe("auditActivation", () => {
  it.each(catalog.map((activation) => [activation.name, activation] as const))(
    "passes %s",
    (_, activation) => {
      const { checks } = auditActivation(activation, { now: fakeClock() });
      expect(checks.filter(({ status, name }) => status === "failed" && name !== "speed")).toEqual([]);
    },
  );

  it.each([
    [
      "NaN for x < -88",
      "sqrt(x + 88)",
      "extremes",
      /the value at x = -[\d.e+]+ is NaN; a number is expected/,
    ],
    ["a hole in the middle", "log(abs(x)) * x", "extremes", /at x = 0 is NaN/],
    ["NaN that becomes 0", "x > 0 ? x : 0", "nan", /the value at x = NaN is 0; NaN is expected/],
    ["a range that reaches a division by 0", "x / a", "parameters", /with a = 0 is NaN/],
    ["what cancels in f32", "sqrt(x^2 + 1e8) - 1e4", "vector", /is expected, within/],
  ])("catches %s", (_, formula, name, message) => {
    const params: Record<string, ParamInput> = / a$/.test(formula) ? { a: { default: 1, min: 0 } } : {};
    const { checks, passed } = auditActivation(defineActivation({ name: "broken", formula, params }), {
      now: fakeClock(),
    });
    expect(passed).toBe(false);
    const found = checks.find((check) => check.name === name);
    expect(found).toMatchObject({ status: "failed", message: expect.stringMatching(message) });
    expect(found?.hint).toBeTruthy();
  });

  it("takes its time from the clock it is given", () => {
    const [relu] = catalog.filter(({ name }) => name === "relu");
    if (!relu) throw new Error("no relu");
    // 10 ms for one call over 1,024 elements.
    const { checks } = auditActivation(relu, { now: fakeClock() });
    expect(checks.at(-1)).toMatchObject({
      name: "speed",
      status: "failed",
      message: expect.stringContaining("9765.63 ns"),
    });
  });
});
