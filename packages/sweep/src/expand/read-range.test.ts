import { describe, expect, it } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const text = (method: string, axis: string): string =>
  `method: ${method}\nrun_cap: 6\nseeds: 1\ndataset: two_moons\nparameters:\n  ${axis}\n`;
const drawn = (axis: string): string => text("random", axis);

describe("a range that gives no value, or a single one", () => {
  it.each([
    [
      "lr: { distribution: q_log_uniform_values, min: 0.00001, max: 0.003 }",
      "lr: every value of this range is 0: q_log_uniform_values rounds to multiples of q, and q is 1 by default (give it a smaller q, or use log_uniform_values)",
    ],
    [
      "lr: { distribution: q_uniform, min: 0.1, max: 0.2, q: 0.5 }",
      "lr: every value of this range is 0: q_uniform rounds to multiples of q, and q is 0.5 (give it a smaller q, or use uniform)",
    ],
    [
      "lr: { min: 3, max: 3 }",
      "lr: every value of this range is 3 (write value: 3, or train.lr=3 on the command line)",
    ],
    [
      "batch_size: { distribution: int_uniform, min: 4, max: 4 }",
      "batch_size: every value of this range is 4",
    ],
    ["lr: { distribution: uniform, min: 0.1, max: 0.1 }", "lr: every value of this range is 0.1"],
    ["lr: { distribution: normal, mu: 0.1, sigma: 1e-9 }", "lr: every value of this range is 0.1"],
    [
      "batch_size: { distribution: int_uniform, min: 2.2, max: 2.8 }",
      "there is no whole number from 2.2 to 2.8",
    ],
    ["lr: { values: [0.1, 0.2], probabilities: [0, 1] }", "lr.probabilities: every draw is the same value"],
  ])("%s is refused", (axis, message) => {
    expect(problemsOf(drawn(axis)).join("\n")).toContain(message);
  });

  it.each([
    ["lr: { min: 3, max: 3 }", "every value of this range is 3"],
    ["lr: { distribution: q_uniform, min: 0, max: 1, q: 2 }", "every value of this range is 0"],
    ["lr: { distribution: uniform, min: 0.1, max: 0.1, count: 4 }", "every value of this range is 0.1"],
    ["lr: { distribution: int_uniform, min: 0.1, max: 0.9 }", "there is no whole number from 0.1 to 0.9"],
  ])("%s is refused in a grid too", (axis, message) => {
    expect(problemsOf(text("grid", axis)).join("\n")).toContain(message);
  });

  it("one value that was asked for is none of them", () => {
    const { axes } = load(
      text("grid", "lr: { distribution: log_uniform_values, min: 0.01, max: 1, count: 1 }"),
    );
    expect(axes).toEqual([{ name: "train.lr", values: [0.1] }]);
  });
});

describe("what W&B means and a reader may not expect is said", () => {
  const warned = (axis: string, method = "random"): readonly string[] =>
    load(text(method, axis)).warnings.filter((warning) => warning.startsWith("parameters."));

  it("ends without a decimal point are whole numbers, with one they are not", () => {
    const whole = "weight_decay: { min: 0, max: 1 }";
    expect(new Set(load(drawn(whole)).points.map(({ spec }) => spec.train.weight_decay))).toEqual(
      new Set([0, 1]),
    );
    expect(warned(whole)).toEqual([
      "parameters.weight_decay: bounds without a decimal point give whole numbers only, from 0 to 1, as in W&B; write distribution: uniform for all numbers between, or distribution: int_uniform to confirm",
    ]);
    for (const quiet of [
      "weight_decay: { min: 0.0, max: 1.0 }",
      "weight_decay: { min: 0, max: 1e0 }",
      "weight_decay: { distribution: uniform, min: 0, max: 1 }",
    ]) {
      expect(warned(quiet)).toEqual([]);
      const values = load(drawn(quiet)).points.map(({ spec }) => spec.train.weight_decay);
      expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    }
    expect(warned("weight_decay: { distribution: int_uniform, min: 0, max: 1 }")).toEqual([]);
    for (const setting of ["batch_size: { min: 16, max: 64 }", "epochs: { min: 2.0, max: 5.0 }"])
      expect(warned(setting)).toEqual([]);
  });

  it("log_uniform takes exponents", () => {
    expect(warned("lr: { distribution: log_uniform, min: 0.0001, max: 0.1 }")).toEqual([
      "parameters.lr: log_uniform takes exponents: its values lie from e^0.0001 = 1.0001 to e^0.1 = 1.10517, as in W&B; if 0.0001 and 0.1 are meant as values, use log_uniform_values",
    ]);
    expect(warned("lr: { distribution: inv_log_uniform, min: 0.0001, max: 0.1 }")).toEqual([
      "parameters.lr: inv_log_uniform takes exponents: its values lie from e^-0.1 = 0.904837 to e^-0.0001 = 0.9999, as in W&B; if 0.0001 and 0.1 are meant as values, use inv_log_uniform_values",
    ]);
    for (const exponents of [
      "lr: { distribution: log_uniform, min: -9.21, max: -2.3 }",
      "lr: { distribution: inv_log_uniform, min: 2.3, max: 6.9 }",
      "batch_size: { distribution: q_log_uniform, q: 1, min: 3.4657359, max: 5.5451774 }",
    ])
      expect(warned(exponents)).toEqual([]);
  });

  it("a step may leave the range", () => {
    const rounded = "batch_size: { distribution: q_uniform, min: 20, max: 60, q: 32 }";
    const values = load(drawn(rounded)).points.map(({ spec }) => spec.train.batch_size);
    expect([...new Set(values)].sort()).toEqual([32, 64]);
    expect(warned(rounded)).toEqual([
      "parameters.batch_size: q_uniform rounds to multiples of q = 32, so that values reach 64, outside of 20 to 60, as in W&B; use bounds that are multiples of q to avoid this",
    ]);
    for (const quiet of [
      "batch_size: { distribution: q_uniform, min: 20, max: 100, q: 32 }",
      "batch_size: { distribution: q_log_uniform_values, min: 16, max: 256, q: 16 }",
      "label_noise: { distribution: q_beta, q: 0.125 }",
    ])
      expect(warned(quiet).join()).not.toContain("rounds to multiples");
  });

  it("a grid of q_uniform ends below max", () => {
    expect(warned("dropout: { distribution: q_uniform, min: 0, max: 0.5, q: 0.1 }", "grid")).toEqual([
      "parameters.dropout: a grid of q_uniform has min, min + q, … below max, as in W&B: 0.5 is not among its values; a max above it includes it",
    ]);
    const more = "dropout: { distribution: q_uniform, min: 0, max: 0.51, q: 0.1 }";
    expect(warned(more, "grid")).toEqual([]);
    expect(load(text("grid", more)).axes[0]?.values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it("what makes a value wrong is reported with it", () => {
    expect(problemsOf(drawn("dropout: { distribution: q_uniform, min: 0.1, max: 0.6 }"))).toEqual([
      "s.yaml:6:12: parameters.dropout: must be less than 1, received 1",
      "s.yaml:6:12: parameters.dropout: q_uniform rounds to multiples of q = 1, so that values reach 0 and 1, outside of 0.1 to 0.6, as in W&B; use bounds that are multiples of q to avoid this",
    ]);
    expect(problemsOf(drawn("lr: { distribution: normal, mu: 0.05, sigma: 0.1 }"))).toEqual([
      "s.yaml:6:7: parameters.lr: must be at least 0, received -0.321902",
      "s.yaml:6:7: parameters.lr: normal is unbounded: one draw in 10,000 lies below -0.321902, and one above 0.421902 (uniform stays in a range, log_normal above 0)",
    ]);
  });
});

describe("a key that has no meaning beside the others is refused and not passed over", () => {
  it.each([
    [
      "lr: { distribution: normal, mu: 0.1, sigma: 0.01, min: 0 }",
      "lr.min: normal has no min (its draws are unbounded; it takes mu, sigma)",
    ],
    [
      "batch_size: { min: 16, max: 256, q: 16 }",
      "batch_size.q: int_uniform has no q (write distribution: q_uniform to round to multiples of q)",
    ],
    [
      "lr: { distribution: log_uniform_values, min: 0.1, max: 1, q: 0.1 }",
      "lr.q: log_uniform_values has no q (write distribution: q_log_uniform_values",
    ],
    [
      "momentum: { distribution: uniform, min: 0, max: 0.9, a: 2 }",
      "momentum.a: uniform has no a (it takes min, max)",
    ],
    ["lr: { min: 0.1, max: 1, probabilities: [1] }", "lr.probabilities: probabilities belong to values"],
    ["lr: { values: [0.1, 0.2], count: 3 }", "lr.count: values has no count (take it out)"],
    ["lr: { value: 0.1, q: 3 }", "lr.q: value has no q (take it out)"],
    [
      "lr: { distribution: uniform, values: [0.1, 1] }",
      "lr.distribution: values has no distribution uniform (remove it; a range has min and max)",
    ],
    [
      "lr: { distribution: constant, values: [0.1, 1] }",
      "lr.distribution: values has no distribution constant",
    ],
    ["lr: { distribution: categorical, min: 0.1, max: 1 }", "lr: categorical has no range (write values)"],
  ])("%s", (axis, message) => {
    expect(problemsOf(drawn(axis)).join("\n")).toContain(message);
  });
});
