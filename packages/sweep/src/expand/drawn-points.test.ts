import { describe, expect, it } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const SPACE = `
seeds: 2
train: { epochs: 1 }
parameters:
  activation: [relu, tanh, gelu]
  train.lr: { distribution: log_uniform_values, min: 0.001, max: 1 }
`;
const text = (method: string, points: number, more = ""): string =>
  `method: ${method}\nrun_cap: ${points}\n${SPACE}${more}`;
const settings = (sweep: ReturnType<typeof load>) => sweep.points.map((point) => point.settings);

describe.each(["random", "sobol"])("method %s", (method) => {
  it("draws as many points as run_cap says, each with its seeds", () => {
    const { points, plan } = load(text(method, 16));
    expect(points).toHaveLength(16);
    expect(plan).toHaveLength(32);
    for (const { spec } of points) {
      expect(spec.train.lr).toBeGreaterThanOrEqual(0.001);
      expect(spec.train.lr).toBeLessThanOrEqual(1);
    }
  });

  it("is nested: 16 points are the first 16 of 32", () => {
    expect(settings(load(text(method, 16)))).toEqual(settings(load(text(method, 32))).slice(0, 16));
  });

  it("is another draw for another study seed, the same for the same", () => {
    const [first, same, other] = [0, 0, 1].map((seed) =>
      settings(load(text(method, 8), `study_seed=${seed}`)),
    );
    expect(same).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("skips what constraints and exclude leave out", () => {
    const more = 'constraints: ["train.lr < 0.1"]\nexclude: [{ activation: tanh }]\n';
    const { points } = load(text(method, 16, more));
    expect(points).toHaveLength(16);
    expect(points.every(({ spec }) => spec.train.lr < 0.1)).toBe(true);
    expect(points.some(({ label }) => label.startsWith("tanh"))).toBe(false);
  });

  it("adds the points of include to those drawn", () => {
    const more = "include: [{ activation: elu, train.lr: 0.5 }]\n";
    const { points } = load(text(method, 4, more));
    expect(points).toHaveLength(5);
    expect(points.at(-1)?.label).toBe("elu · lr 0.5");
  });

  it("says when a space holds fewer points than asked for", () => {
    const { points, warnings } = load(
      `method: ${method}\nrun_cap: 10\nparameters: { activation: [relu, elu] }\n`,
    );
    expect(points).toHaveLength(2);
    expect(warnings).toContain("only 2 different configurations were found for run_cap: 10");
  });

  it("draws among the values of a count", () => {
    const sweep = load(
      `method: ${method}\nrun_cap: 30\nparameters: { train.lr: { distribution: log_uniform_values, min: 0.01, max: 1, count: 3 } }\n`,
    );
    expect(sweep.axes[0]?.values).toEqual([0.01, 0.1, 1]);
  });

  it("leaves a conditional axis out without moving the others", () => {
    const conditional = `  train.momentum: { distribution: uniform, min: 0, max: 0.9, when: 'activation == "relu"' }\n`;
    const plain = load(text(method, 12));
    const more = load(text(method, 12, conditional));
    expect(more.points.map(({ spec }) => spec.train.lr)).toEqual(
      plain.points.map(({ spec }) => spec.train.lr),
    );
    for (const { settings: held } of more.points)
      expect("train.momentum" in held).toBe(held.activation === "relu");
  });

  it("needs run_cap, and refuses too many points with their count", () => {
    expect(problemsOf(`method: ${method}\n${SPACE}`)[0]).toContain(
      `${method} needs the number of configurations to draw (for example run_cap: 32)`,
    );
    expect(problemsOf(text(method, 1_000_000))[0]).toContain("2,000,000 trials; at most 1,000,000");
  });
});

it("random draws of an axis do not change when another axis comes", () => {
  const lr = (sweep: ReturnType<typeof load>) => sweep.points.map(({ spec }) => spec.train.lr);
  const more = "  train.batch_size: [16, 32]\n";
  expect(lr(load(text("random", 10, more)))).toEqual(lr(load(text("random", 10))));
});

describe("distributions that points are drawn from", () => {
  const draws = (parameter: string, setting = "train.weight_decay"): readonly number[] =>
    load(`method: sobol\nrun_cap: 256\nseeds: 1\nparameters: { ${setting}: ${parameter} }\n`).points.map(
      ({ settings: held }) => Number(held[setting]),
    );
  const share = (values: readonly number[], test: (value: number) => boolean): number =>
    values.filter(test).length / values.length;

  it.each([
    ["{ min: 1, max: 3 }", 2],
    ["{ distribution: uniform, min: 1, max: 3 }", 2],
    ["{ distribution: log_uniform, min: -2, max: 0 }", 0.367879],
    ["{ distribution: log_uniform_values, min: 0.01, max: 1 }", 0.1],
    ["{ distribution: inv_log_uniform, min: 0, max: 2 }", 0.367879],
    ["{ distribution: inv_log_uniform_values, min: 0.01, max: 1 }", 0.1],
    ["{ mu: 10, sigma: 1 }", 10],
    ["{ distribution: normal, mu: 10, sigma: 2 }", 10],
    ["{ distribution: log_normal, mu: 0, sigma: 0.5 }", 1],
    ["{ distribution: beta, a: 2, b: 2 }", 0.5],
  ])("half of the draws of %s lie below %d", (parameter, median) => {
    // 256 points of a net: 128 lie below the median, but for the ties of whole numbers.
    expect(share(draws(parameter), (value) => value < median)).toBeCloseTo(
      parameter === "{ min: 1, max: 3 }" ? 1 / 3 : 0.5,
      1,
    );
  });

  it.each([
    ["{ distribution: q_uniform, min: 0, max: 1, q: 0.25 }", 0.25],
    ["{ distribution: q_log_uniform, min: 0, max: 4, q: 2 }", 2],
    ["{ distribution: q_log_uniform_values, min: 1, max: 60, q: 3 }", 3],
    ["{ distribution: q_normal, mu: 100, sigma: 10, q: 5 }", 5],
    ["{ distribution: q_log_normal, mu: 2, sigma: 1, q: 0.5 }", 0.5],
    ["{ distribution: q_beta, a: 1, b: 1, q: 0.125 }", 0.125],
    ["{ distribution: q_uniform, min: 0, max: 9 }", 1],
    ["{ distribution: int_uniform, min: 2, max: 9 }", 1],
  ])("the draws of %s are multiples of %d", (parameter, q) => {
    for (const value of draws(parameter)) expect(Number.isInteger(Number((value / q).toFixed(9)))).toBe(true);
  });

  it("whole numbers are as likely at the ends as in the middle", () => {
    const sweep = load(
      "method: sobol\nrun_cap: 8\nseeds: 1\nparameters: { train.batch_size: { min: 1, max: 8 } }\n",
    );
    expect(new Set(sweep.points.map(({ spec }) => spec.train.batch_size)).size).toBe(8);
  });

  it("probabilities decide how often a value is drawn; a grid takes all with a warning", () => {
    const parameter = "{ values: [16, 32, 64], probabilities: [0.5, 0, 0.5] }";
    const other = "train.lr: { min: 0.01, max: 0.1 }";
    const body = `seeds: 1\nparameters: { train.batch_size: ${parameter}, ${other} }\n`;
    const { points } = load(`method: sobol\nrun_cap: 64\n${body}`);
    const count = (size: number): number =>
      points.filter(({ spec }) => spec.train.batch_size === size).length;
    expect([count(16), count(32), count(64)]).toEqual([32, 0, 32]);
    const grid = load(`parameters: { train.batch_size: ${parameter} }\n`);
    expect(grid.points).toHaveLength(3);
    expect(grid.warnings.join()).toContain("its probabilities are ignored");
    expect(problemsOf("parameters: { batch_size: { values: [1, 2], probabilities: [1] } }\n")[0]).toContain(
      "2 values need the same number of probabilities",
    );
  });

  it("a range that leaves the setting's own is an error before anything is drawn", () => {
    const problems = problemsOf(
      "method: random\nrun_cap: 4\nparameters: { train.batch_size: { distribution: uniform, min: 1, max: 9 } }\n",
    );
    expect(problems[0]).toContain("expected a whole number");
  });
});
