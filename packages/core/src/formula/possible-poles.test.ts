import { expect, it } from "vitest";
import { parseFormula } from "./language/parse-formula.js";
import { possiblePoles } from "./possible-poles.js";

it.each<[string, number[]]>([
  ["x^2 + exp(x) * tanh(x)", []],
  ["x / (1 + abs(x))", []],
  ["1 / x", [0]],
  ["x / (x^2 - 2)", [-Math.SQRT2, Math.SQRT2]],
  ["1 / (x - 1.3)^2", [1.3]],
  ["log(x + 3) + log1p(x) + sqrt(x - 2)", [-3, -1, 2]],
  ["(x - 0.3)^-1.5 + (x - 0.7)^3", [0.3]],
  ["atanh(x / 4) + acosh(x - 6)", [-4, 4, 7]],
  ["a / (x - a)", []],
  ["x > 0 ? x / (x - 1) : 0", [1]],
  ["1 / (abs(x) - 70)", [-70, 70]],
  ["x > 2 ? x / (x - 1) : 0", []],
])("%s may have poles at %j", (source, wanted) => {
  const found = possiblePoles(parseFormula(source, { params: ["a"] }));
  expect(found).toHaveLength(wanted.length);
  for (const [i, x] of wanted.entries()) expect(found[i]).toBeCloseTo(x, 6);
});
