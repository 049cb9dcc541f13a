import { describe, expect, it } from "vitest";
import { activationSpec } from "../activation/activation-spec.js";
import { defineActivation } from "../activation/define-activation.js";
import { defineCode } from "../activation/define-code.js";
import type { AuditSubject } from "./audit-subject.js";
import { checkExtremes } from "./check-extremes.js";
import { checkPoles } from "./check-poles.js";
import { subjectOfFormula } from "./subject-of-formula.js";

const subjectOf = (formula: string): AuditSubject =>
  subjectOfFormula(
    activationSpec(defineActivation({ name: "f", formula, inputs: formula.includes("x2") ? 2 : 1 })),
  );

describe("checkPoles", () => {
  it.each([
    [
      "a pole",
      "1 / x",
      /the value grows without bound at x = 0: 10000 at a distance of 1e-4, 1.0e\+8 at 1e-8/,
    ],
    ["poles on both sides", "x / (x^2 - 0.25)", /the value grows without bound at x = -0.5/],
    ["a pole between f32 numbers", "x / (x^2 - 2)", /the value grows without bound at x = -1.41421356237/],
    ["a pole that both sides reach alike", "1 / (x - 1.3)^2", /the value grows without bound at x = 1.3:/],
    ["a small pole beside large terms", "1e-6 / (x - sqrt(2)) + x^2", /at x = 1.41421356237/],
    ["a pole of tan", "tan(x)", /the value grows without bound at x = -1.57079632679/],
    [
      "a pole of the slope of a root",
      "sign(x) * sqrt(abs(x))",
      /the slope in x grows without bound at x = 0/,
    ],
    [
      "a pole of the slope of a logarithm",
      "log(abs(x - 0.1))",
      /the slope in x grows without bound at x = 0.1/,
    ],
    ["a pole within a choice", "x > 2 ? 1 / (x - 3) : 0", /the value grows without bound at x = 3/],
    ["a pole of one input", "x1 / x2", /the value grows without bound at x1 = 0.7, x2 = 0/],
  ])("finds %s", (_, formula, message) => {
    expect(checkPoles(subjectOf(formula))).toMatchObject({
      status: "failed",
      message: expect.stringMatching(message),
      hint: expect.stringContaining("away from 0"),
    });
  });

  it.each([
    "x / (1 + abs(x))",
    "x == 0 ? 1 : sin(x) / x",
    "x > 2 ? 1 / (x - 1) : 0",
    "abs(x)^1.5 * sign(x)",
    "tanh(1e6 * x)",
    "exp(-1e8 * x^2)",
    "exp(x^2)",
    "floor(10 * x)",
    "x1 / (1 + abs(x2))",
  ])("finds none in %s", (formula) => {
    expect(checkPoles(subjectOf(formula))).toMatchObject({ status: "ok" });
  });

  it("finds those of code by its numbers", () => {
    const { functions } = defineCode(
      { name: "f", value: (x) => x / (x * x - 2), slope: (x) => -(x * x + 2) / (x * x - 2) ** 2 },
      "",
    );
    const subject: AuditSubject = {
      ...subjectOf("x"),
      value: ([x = 0]) => functions.value(x, {}),
      slope: ([x = 0]) => functions.slope(x, {}),
    };
    expect(subject.suspects).toEqual([]);
    expect(checkPoles(subject).message).toContain("at x = -1.41421356237");
  });
});

describe("checkExtremes", () => {
  it.each([
    ["an infinity at a point", "1 / x", /the value at x = 0 is Infinity; a number/, /away from 0/],
    ["a logarithm of 0", "log(abs(x))", /the value at x = 0 is -Infinity; a number/, /away from 0/],
    ["a slope's infinity", "sqrt(abs(x))", /the slope in x at x = 0 is NaN; a number/, /guard it/],
    [
      "a hole that can be filled",
      "sin(x) / x",
      /the value at x = 0 is NaN/,
      /its limit there is 1: write x == 0 \? 1 : …/,
    ],
  ])("refuses %s", (_, formula, message, hint) => {
    expect(checkExtremes(subjectOf(formula))).toMatchObject({
      status: "failed",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });
});
