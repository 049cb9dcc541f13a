import fc from "fast-check";
import { expect, test } from "vitest";
import { DISTRIBUTIONS, type Distribution } from "../settings/distributions.js";
import { allValues, drawnValue, gridValues } from "./grid-values.js";

function distribution(name: string): Distribution {
  const found = DISTRIBUTIONS.find((d) => d.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

test("a logarithmic grid holds the powers of ten a reader expects", () => {
  expect(gridValues(distribution("log_uniform_values"), { min: 0.001, max: 1 }, 4)).toEqual([
    0.001, 0.01, 0.1, 1,
  ]);
});

test("log_uniform takes exponents of e, as W&B does", () => {
  expect(gridValues(distribution("log_uniform"), { min: 0, max: 2 }, 2)).toEqual([1, 7.38906]);
});

test("a step q rounds to its multiples, each once", () => {
  expect(gridValues(distribution("q_uniform"), { min: 16, max: 64, q: 16 }, 10)).toEqual([16, 32, 48, 64]);
});

// numpy.arange(min, max, q), which W&B's grid calls; NumPy itself ends the second at 1.3 by a rounding error.
test.each([
  [{ min: 20, max: 100, q: 32 }, [20, 52, 84]],
  [{ min: 1, max: 1.3, q: 0.1 }, [1, 1.1, 1.2]],
  [{ min: 0, max: 0.5, q: 0.1 }, [0, 0.1, 0.2, 0.3, 0.4]],
  [{ min: 2, max: 6 }, [2, 3, 4, 5]],
])("a grid of q_uniform without a count is W&B's, from min on and without max: %j", (params, values) => {
  expect(allValues(distribution("q_uniform"), params)?.values()).toEqual(values);
});

test("rounding takes no value out of its range", () => {
  // Six digits of the upper end are 0.123457, which is above it.
  const params = { min: 0.1234561, max: 0.1234568 };
  for (const name of ["uniform", "log_uniform_values", "inv_log_uniform_values"])
    for (const value of [
      ...gridValues(distribution(name), params, 7),
      drawnValue(distribution(name), params, 1e-10),
      drawnValue(distribution(name), params, 1 - 1e-10),
    ]) {
      expect(value).toBeGreaterThanOrEqual(params.min);
      expect(value).toBeLessThanOrEqual(params.max);
    }
  expect(gridValues(distribution("int_uniform"), { min: 0.5, max: 3.5 }, 3)).toEqual([1, 2, 3]);
});

test("whole numbers without a count are all there", () => {
  expect(allValues(distribution("int_uniform"), { min: 1, max: 4 })?.values()).toEqual([1, 2, 3, 4]);
  expect(allValues(distribution("int_uniform"), { min: 0, max: 1e12 })?.count).toBe(1e12 + 1);
});

test("a normal grid is symmetric about mu and has no infinite end", () => {
  const [low, middle, high] = gridValues(distribution("normal"), { mu: 2, sigma: 1 }, 3);
  expect(middle).toBe(2);
  expect((low ?? 0) + (high ?? 0)).toBeCloseTo(4, 11);
});

test("every bounded grid without a step keeps both ends exactly and rises", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("uniform", "log_uniform_values"),
      fc.double({ min: 1e-6, max: 10, noNaN: true }),
      fc.double({ min: 1.001, max: 1000, noNaN: true }),
      fc.integer({ min: 2, max: 20 }),
      (name, min, factor, count) => {
        const max = min * factor;
        const values = gridValues(distribution(name), { min, max }, count);
        expect([values[0], values.at(-1)]).toEqual([min, max]);
        expect([...values].sort((a, b) => a - b)).toEqual(values);
      },
    ),
  );
});
