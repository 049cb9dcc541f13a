import { expect, it } from "vitest";
import { formulaLines, type NumberFunction } from "./formula-lines.js";

it.each<[string, NumberFunction, Readonly<Record<string, number>>, string | undefined, string?]>([
  ["an arrow", (x) => (x < 0 ? 0.1 : x), {}, "x < 0 ? 0.1 : x", "where(lt(x, 0), 0.1, x)"],
  ["another name", (input) => input * 2, {}, "x * 2", "mul(x, 2)"],
  ["Math", (x) => Math.max(x, 0) * Math.PI ** 2, {}, "max(x, 0) * 3.141592653589793^2"],
  ["a parameter", (x, { a = 0 }) => a * Math.tanh(x), { a: 0.5 }, "a * tanh(x)", "mul(a, tanh(x))"],
  [
    "a method",
    {
      f(x: number) {
        return x / (1 + Math.abs(x));
      },
    }.f,
    {},
    "x / (1 + abs(x))",
  ],
  [
    "a function",
    function f(x: number) {
      return x === 0 ? 1 : Math.sin(x) / x;
    },
    {},
    "x == 0 ? 1 : sin(x) / x",
  ],
  ["what the language lacks", (x) => Math.fround(x), {}, undefined],
  [
    "several statements",
    (x) => {
      const y = x * x;
      return y;
    },
    {},
    undefined,
  ],
  ["what is no number", (x) => String(x), {}, undefined],
  [
    "what throws",
    () => {
      throw new Error("no");
    },
    {},
    undefined,
  ],
])("says %s in the language of formulas, or nothing", (_, f, params, text, built) => {
  const lines = formulaLines(f, params);
  expect(lines?.text).toBe(text);
  if (built !== undefined) expect(lines?.built).toBe(built);
});
