import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { catalogSample, FEW } from "../../test/catalog-sample.js";
import { catalog } from "../activation/catalog/catalog.js";
import { defineActivation } from "../activation/define-activation.js";
import type { ParamInput } from "../activation/define-param.js";
import { relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { auditActivation } from "./audit-activation.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");

/**
 * Every look at this clock is a hundredth of a second later: speed is a matter of the machine, not of these
 * tests.
 */
function fakeClock(): () => number {
  let time = 0;
  return () => {
    time += 0.01;
    return time;
  };
}

describe("auditActivation", () => {
  it.each(catalogSample(FEW).map((activation) => [activation.name, activation] as const))(
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
    [
      "what cancels where networks compute",
      "(x + 3e5)^2 - 9e10 - 6e5 * x",
      "vector",
      /terms of the formula cancel/,
    ],
    [
      "what overflows there",
      "x^20 / (1 + x^20)",
      "vector",
      /at x = -?84.5 .* is NaN; 1 is expected: .* overflows f32/,
    ],
    ["a pole at the end of a range", "x / (x^2 + a)", "parameters", /at x = 0 with a = 0 is NaN/],
    [
      "a default that is compared",
      "a == 0.5 ? x : x + (a - 0.5) * x^2",
      "slope",
      /the slope in a at x = 1000 is 0/,
    ],
  ])("catches %s", (_, formula, name, message) => {
    const params: Record<string, ParamInput> = /\ba\b/.test(formula)
      ? { a: { default: 0.5, min: 0, trainable: formula.includes("==") } }
      : {};
    const { checks, passed } = auditActivation(defineActivation({ name: "broken", formula, params }), {
      now: fakeClock(),
    });
    expect(passed).toBe(false);
    const found = checks.find((check) => check.name === name);
    expect(found).toMatchObject({ status: "failed", message: expect.stringMatching(message) });
    expect(found?.hint).toBeTruthy();
  });

  it.each<[string, string, string, RegExp]>([
    ["a power whose differences do not converge at 0", "abs(x)^1.5 * sign(x)", "", /^$/],
    ["a steep slope", "sigmoid(1000 * x)", "", /^$/],
    ["a steeper one", "tanh(1e6 * x)", "", /^$/],
    ["divisors that stay away from 0", "x / (1 + abs(x)) + log(1 + abs(x)) + 1 / cosh(x)", "", /^$/],
    ["what is rewritten", "x / (x / 0.9 + exp(-x / 1.3))", "", /^$/],
    ["large terms", "x^3 - 300 * x^2 + 20000 * x", "", /^$/],
    [
      "what cancels",
      "sqrt(x^2 + 1e8) - 1e4",
      "vector",
      /: terms of the formula cancel in f32, as PyTorch's do/,
    ],
    [
      "a quotient guarded at a point",
      "x == 0 ? 1 : sin(x) / x",
      "vector",
      /the slope in x at x = 0.0005\d+ .* cancel in f32/,
    ],
    [
      "an overflow far out",
      "x^2 / (1 + x^2)",
      "vector",
      /at x = 1.84\d+e\+19 in .* overflows f32 on the way, as PyTorch's/,
    ],
    ["powers that overflow far out", "x - 0.02 * x^5", "vector", /at x = -?5.1\d+e\+7 in .* overflows f32/],
    [
      "an overflow of f64 far out",
      "exp(0.001 * x) / (exp(0.001 * x) + exp(0.0005 * x) + 2)",
      "extremes, vector",
      /numbers to ±10000; the value at x = 1000000 is NaN, where parts of it overflow/,
    ],
    [
      "growth beyond f32",
      "exp(x)",
      "extremes",
      /but the value leaves f32 at x = 89, where it is infinite in training/,
    ],
    [
      "PyTorch's slope at a point",
      "sign(x) * log(1 + abs(x))",
      "kinks",
      /at 0: slope 0 at the point itself, as PyTorch gives this formula, 1 from the left, 1 from the right/,
    ],
    ["a step", "max(sign(x), 0)", "slope, dead", /it is 0 at all of them, so nothing below it learns/],
  ])("lets %s pass, and says so", (_, formula, names, message) => {
    const report = auditActivation(defineActivation({ name: "fine", formula }), { now: fakeClock() });
    const found = report.checks.filter(
      ({ status, name }) => name !== "speed" && (status === "note" || status === "failed"),
    );
    expect(found.map((check) => check.name).join(", ")).toBe(names);
    expect(found.every(({ status }) => status === "note")).toBe(true);
    expect(found[0]?.message ?? "").toMatch(message);
  });

  it.each<[string, Readonly<Record<string, ParamInput>>]>([
    ["x * log(1 + tanh(exp(x)))", {}],
    ["x * ((1 + exp(x))^2 - 1) / ((1 + exp(x))^2 + 1)", {}],
    ["max(0, x) + min(0, a * (exp(x / a) - 1))", { a: { default: 1 } }],
    ["max(0, x) + a * min(0, x)", { a: { default: 0.25, trainable: true } }],
    ["1 / b * log(1 + exp(b * x))", { b: { default: 100 } }],
    [
      "x * (1 + exp(-b * x))^(-a)",
      { a: { default: 0.3, trainable: true }, b: { default: 1.7, trainable: true } },
    ],
    ["log((1 + exp(a * x)) / (1 + exp(a * (x - 1)))) / a", { a: { default: 50, trainable: true } }],
  ])("passes %s, as published", (formula, params) => {
    const { checks } = auditActivation(defineActivation({ name: "published", formula, params }), {
      now: fakeClock(),
    });
    const found = checks.filter(
      ({ status, name }) => name !== "speed" && (status === "note" || status === "failed"),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["max(0, softplus(x) - 1)", "ok", /^x in \(−∞, 0\.541325\] on every example$/],
    ["x * sigmoid(x)", "ok", /^nowhere/],
    ["max(sign(x), 0)", "note", /^everywhere/],
    ["x * floor(x)", "note", /exactly 0 in f32/],
  ])("says where units of %s are dead", (formula, status, message) => {
    const { checks } = auditActivation(defineActivation({ name: "f", formula }), { now: fakeClock() });
    expect(checks.find(({ name }) => name === "dead")).toMatchObject({
      status,
      message: expect.stringMatching(message),
    });
  });

  it("asks for no side's slope at a kink that no f32 is", () => {
    const { checks } = auditActivation(
      defineActivation({ name: "late", formula: "max(0, softplus(x) - 1)", at_kink: "left" }),
      { now: fakeClock() },
    );
    expect(checks.filter(({ status, name }) => status === "failed" && name !== "speed")).toEqual([]);
    expect(checks.find(({ name }) => name === "kinks")?.message).toContain("at 0.5413248546129");
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
