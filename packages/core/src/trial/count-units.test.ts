import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { exactFormulas } from "../activation/lowered-formulas.js";
import { UNIT_STATES } from "../contract/unit-state.js";
import { evaluate } from "../formula/evaluate.js";
import { zeroSlope } from "../formula/zero-slope.js";
import { activationRules } from "../network/activation-rules.js";
import { countUnits, saturatedBelow, unitDetails } from "./count-units.js";
import { prepareTrial } from "./prepare-trial.js";
import { startNetwork } from "./start-network.js";

/** More than two blocks of an evaluation, the last one odd. */
const ROWS = 601;
const data = generatedData({
  kind: "u8",
  inputs: 20,
  classes: 4,
  trainRows: ROWS,
  testRows: 4,
  density: 0.3,
});

/** A network of two layers, 21 and 7 units, whose pre-activations go far enough to kill and saturate some. */
function prepared(name: string) {
  const definition = findActivation(name);
  if (!definition) throw new Error(`no ${name}`);
  const activation = activationSpec(definition);
  const spec = trialSpec({
    hidden: [21, 7],
    activation,
    numerics: "strict",
    dataset: { train: ROWS, test: 4 },
    model: { init: { distribution: "normal", scale: 5 }, bias_init: -3 },
  });
  const trial = prepareTrial(spec, data);
  startNetwork(trial.network, spec, trial.moments);
  return { activation, trial };
}

/**
 * Every pre-activation `[example][piece]` and activation of each unit of a layer, read from memory block by
 * block.
 */
function seen({ network, source, split }: ReturnType<typeof prepared>["trial"], index: number) {
  const layer = network.layout.layers[index];
  if (!layer) throw new Error(`no layer ${index}`);
  const units = Array.from({ length: layer.units }, () => ({ z: [] as number[][], a: [] as number[] }));
  for (let from = 0; from < ROWS; from += 256) {
    const rows = split.trainRising.subarray(from, Math.min(ROWS, from + 256));
    network.evaluate(source, rows);
    rows.forEach((_, row) => {
      units.forEach(({ z, a }, unit) => {
        const at = (layer.z + row * layer.strideZ) / 4 + unit;
        z.push(
          Array.from({ length: layer.pieces }, (_, j) => network.f32[at + j * layer.paddedUnits] as number),
        );
        a.push(network.f32[(layer.a + row * layer.strideA) / 4 + unit] as number);
      });
    });
  }
  return units;
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const center = mean(values);
  return mean(values.map((x) => (x - center) * (x - center)));
};
const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

describe("what a probe says of units", () => {
  it.each(["relu", "relu6", "leaky_relu", "elu", "gelu", "tanh", "hardtanh", "prelu", "maxout", "swiglu"])(
    "%s: every number is that of a plain count over all examples",
    (name) => {
      const { activation, trial } = prepared(name);
      const { slopes } = exactFormulas(activation);
      const { supSlope } = activationRules(activation);
      const params = Object.fromEntries(activation.params.map((param) => [param.name, param.value]));
      const statistics = trial.network.unitStatistics();
      trial.network.evaluate(trial.source, trial.split.trainRising, statistics);
      statistics.forEach((layer, index) => {
        const units = seen(trial, index);
        const sizes = units.map(({ a }) => mean(a.map(Math.abs)));
        const slopeAt = (inputs: readonly number[]): number[] =>
          slopes.map((slope) => evaluate(slope, { x: inputs[0] ?? 0, inputs, params }));
        const wanted = units.map(({ z, a }, unit) => {
          const flat = zeroSlope(slopes[0] ?? 0).intervals;
          const dead = z.every((inputs) =>
            inputs.length === 1
              ? flat.some(({ from, to }) => (inputs[0] ?? 0) >= from && (inputs[0] ?? 0) <= to)
              : slopeAt(inputs).every((slope) => Math.fround(slope) === 0),
          );
          const steepest = Math.max(...z.flatMap(slopeAt).map(Math.abs));
          const first = z.map(([x = 0]) => x);
          return {
            dead,
            inactive: z.every((inputs) => inputs.every((x) => x <= 0)),
            // Slopes are f32: 0.01 of one, leaky_relu's, is not below 0.01.
            saturated: !dead && steepest < 0.01 * supSlope * (1 - 1e-7) && Number.isFinite(supSlope),
            dormant: (sizes[unit] ?? 0) <= 0.025 * mean(sizes),
            steepest,
            activity: z.filter((inputs) => inputs.some((x) => x > 0)).length / ROWS,
            z: { mean: mean(first), variance: variance(first), range: range(first) },
            a: { mean: mean(a), variance: variance(a), range: range(a) },
            zeros: a.filter((x) => x === 0).length,
          };
        });
        const found = countUnits(layer, supSlope);
        for (const state of UNIT_STATES)
          expect(found[state], state).toBe(wanted.filter((unit) => unit[state]).length);
        expect(found.zero_fraction).toBeCloseTo(mean(wanted.map(({ zeros }) => zeros)) / ROWS, 12);
        expect(found.activity).toBeCloseTo(mean(wanted.map(({ activity }) => activity)), 5);
        const details = unitDetails(layer);
        // Six digits are kept; a block's sums are f32, of distances as large as the range.
        const close = (got: number | null | undefined, want: number, scale: number): void =>
          expect(Math.abs((got ?? Number.NaN) - want)).toBeLessThanOrEqual(2e-5 * (Math.abs(want) + scale));
        wanted.forEach((unit, u) => {
          close(details.max_slope[u], unit.steepest, 1);
          close(details.activity[u], unit.activity, 0);
          close(details.z_mean[u], unit.z.mean, Math.sqrt(unit.z.variance));
          close(details.z_variance[u], unit.z.variance, unit.z.range ** 2 / 10);
          close(details.a_mean[u], unit.a.mean, Math.sqrt(unit.a.variance));
          close(details.a_variance[u], unit.a.variance, unit.a.range ** 2 / 10);
        });
        const all = wanted.map(({ z }) => z);
        const center = mean(all.map((z) => z.mean));
        close(found.z?.mean, center, 1);
        const spread = Math.sqrt(mean(all.map((z) => z.variance + (z.mean - center) ** 2)));
        close(found.z?.std, spread, 0);
      });
    },
  );

  it.each(["relu", "leaky_relu", "elu", "sigmoid", "softplus", "squared_relu", "maxout", "swiglu"])(
    "%s: rates are the same when slopes are followed no further than they need",
    (name) => {
      const { trial } = prepared(name);
      const rates = (enough?: readonly number[]) => {
        const statistics = trial.network.unitStatistics(enough);
        trial.network.evaluate(trial.source, trial.split.trainRising, statistics);
        return statistics.map((layer, index) => countUnits(layer, trial.supSlopes[index] ?? 1));
      };
      expect(rates(trial.supSlopes.map(saturatedBelow))).toEqual(rates());
    },
  );

  it("units' largest slopes are refused where they were not followed to the end", () => {
    const { trial } = prepared("elu");
    const [layer] = trial.network.unitStatistics([0.01]);
    expect(() => unitDetails(layer ?? expect.fail())).toThrow(/slopes above 0.01 were not looked at/);
  });

  it("two probes into the same statistics are one over both", () => {
    const { trial } = prepared("relu");
    const { network, source, split } = trial;
    const twice = network.unitStatistics();
    network.evaluate(source, split.trainRising.subarray(0, 300), twice);
    network.evaluate(source, split.trainRising.subarray(300), twice);
    const once = network.unitStatistics();
    network.evaluate(source, split.trainRising, once);
    for (const [index, layer] of twice.entries())
      expect(countUnits(layer, 1).states).toBe(countUnits(once[index] ?? expect.fail(), 1).states);
  });

  it("the constructed layers hold units in every state", () => {
    const states = (name: string): string => {
      const { activation, trial } = prepared(name);
      const statistics = trial.network.unitStatistics();
      trial.network.evaluate(trial.source, trial.split.trainRising, statistics);
      return statistics
        .map((layer) => countUnits(layer, activationRules(activation).supSlope).states)
        .join("");
    };
    // relu: dead, inactive and dormant; elu: inactive and saturated; all: none of them.
    expect(states("relu")).toMatch(/b/);
    expect(states("elu")).toMatch(/2|6/);
    expect(states("tanh")).toMatch(/0/);
  });

  it("a small variance beside a large mean is kept", () => {
    const { trial } = prepared("sigmoid");
    const layer = trial.network.layout.layers[0];
    if (!layer) throw new Error("no layer");
    // z = 1000 + something of a few units: sums of squares in f32 would keep nothing of it.
    trial.network.f32.fill(1000, layer.bias / 4, layer.bias / 4 + layer.units);
    const [first] = trial.network.unitStatistics();
    const statistics = trial.network.unitStatistics();
    trial.network.evaluate(trial.source, trial.split.trainRising, statistics);
    const wanted = seen(trial, 0).map(({ z }) => variance(z.map(([x = 0]) => x)));
    const details = unitDetails(statistics[0] ?? first ?? expect.fail());
    wanted.forEach((want, unit) => {
      expect(details.z_variance[unit] ?? 0).toBeGreaterThan(want * 0.9999);
      expect(details.z_variance[unit] ?? 0).toBeLessThan(want * 1.0001);
    });
  });
});
