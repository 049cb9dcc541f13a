import { describe, expect, it } from "vitest";
import { checkCode } from "./check-code.js";
import type { CodeInput } from "./define-code.js";

const relu = (x: number): number => Math.max(x, 0);
const step = (x: number): number => (x > 0 ? 1 : 0);

/** The boundary where a plugin's functions may be anything. */
const check =
  (value: unknown, slope: unknown = step, more: Partial<CodeInput> = {}) =>
  () =>
    checkCode({ name: "f", value: value as typeof relu, slope: slope as typeof step, ...more });

describe("checkCode", () => {
  it("lets numbers pass, also NaN and infinities, and what throws", () => {
    expect(check(relu)).not.toThrow();
    expect(check(Math.log, (x: number) => 1 / x)).not.toThrow();
    expect(
      check(() => {
        throw new RangeError("no");
      }),
    ).not.toThrow();
    const params = { a: { default: 2 } };
    expect(
      check(
        (x: number, { a }: { a: number }) => a * x,
        () => 2,
        { params },
      ),
    ).not.toThrow();
  });

  it.each<[string, unknown, unknown, string]>([
    [
      "undefined",
      (x: number) => (x > 0 ? x : undefined),
      step,
      "value(-3) is undefined; a number is expected: does",
    ],
    ["null", relu, () => null, "slope(-3) is null; a number is expected"],
    ["a bigint", () => 1n, step, "value(-3) is 1; a number is expected"],
    ["text", relu, () => "1", 'slope(-3) is "1"; a number is expected'],
    ["a list", (x: number) => [x], step, "value(-3) is an object; a number is expected"],
    [
      "a flag",
      (x: number, d: unknown) => (d ? 1 : x),
      step,
      "value(-3) is 1 and without its second argument -3",
    ],
  ])("refuses %s", (_, value, slope, message) => {
    expect(check(value, slope)).toThrow(message);
  });
});
