import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NAMED_INITS, type NamedInit } from "../packages/core/src/contract/spec.js";
import { evaluate } from "../packages/core/src/formula/evaluate.js";
import { parseFormula } from "../packages/core/src/formula/language/parse-formula.js";
import { initializerOf } from "../packages/core/src/init/initialize.js";
import { rootMeanSquare } from "../packages/core/test/random-network.js";
import { ROOT } from "./actbench.js";

const PAGE = readFileSync(`${ROOT}docs/initializations.md`, "utf8");
const rows = [...PAGE.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|/gm)].map(
  ([, name = "", distribution = "", variance = "", biases = ""]) => ({
    name,
    distribution,
    variance,
    biases,
  }),
);

it("the page has every initialization", () => {
  expect(rows.map(({ name }) => name).sort()).toEqual([...NAMED_INITS].sort());
});

it.each([
  [300, 200],
  [200, 300],
])("distribution, variance and biases are those of the code: %i inputs, %i units", (inputs, units) => {
  const [moment, omega] = [0.25, 30];
  for (const { name, distribution, variance, biases } of rows) {
    const weights = new Float64Array(inputs * units);
    const drawn = initializerOf(name as NamedInit)(
      { seed: 3, layer: 1, inputs, units, omega, inputMoment: () => moment },
      weights,
    );
    expect([name, drawn === undefined]).toEqual([name, !biases.startsWith("drawn")]);
    if (name === "asymmetric") continue;
    const deviation = Math.sqrt(promised(variance, { fan_in: inputs, fan_out: units, moment, omega }));
    // 60,000 weights: the root mean square of normals is within 0.3 % one time in three.
    expect([name, Math.abs(rootMeanSquare(weights) / deviation - 1) < 0.015]).toEqual([name, true]);
    const largest = Math.max(...weights.map(Math.abs)) / deviation;
    // Uniform ends at √3 deviations. A truncated normal would end at 2.3; 60,000 whole ones pass 3.5 nearly
    // always.
    if (distribution === "uniform") expect(largest).toBeLessThanOrEqual(Math.sqrt(3) + 1e-9);
    if (distribution === "normal") expect([name, largest > 3.5]).toEqual([name, true]);
  }
});

/** The value of a formula in a code span. */
function promised(span: string, values: Readonly<Record<string, number>>): number {
  const source = span
    .replaceAll("`", "")
    .replace("max(fan_in, fan_out)", `${Math.max(values.fan_in ?? 0, values.fan_out ?? 0)}`);
  return evaluate(parseFormula(source, { params: Object.keys(values) }), { params: values });
}
