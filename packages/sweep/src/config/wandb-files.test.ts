import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const read = (name: string): string =>
  readFileSync(new URL(`../../test/fixtures/wandb/${name}.yaml`, import.meta.url), "utf8");

describe("a W&B sweep file written for Python runs", () => {
  it("random-logarithmic: 20 draws over rate, dropout, optimizer and batch size", () => {
    const { points, metric, warnings } = load(read("random-logarithmic"));
    expect(points).toHaveLength(20);
    expect(metric).toEqual({ name: "validation_loss", goal: "minimize" });
    expect(warnings).toContain("program is ignored: actbench does not use it");
    for (const { spec } of points) {
      expect(spec.train.epochs).toBe(2);
      expect(spec.train.batch_size % 8).toBe(0);
      expect(spec.train.batch_size).toBeGreaterThanOrEqual(32);
      expect(spec.train.batch_size).toBeLessThanOrEqual(256);
    }
  });

  it("grid-command: its command is ignored with a warning", () => {
    const { points, warnings } = load(read("grid-command"));
    expect(points).toHaveLength(6);
    for (const key of ["program", "entity", "project", "description", "command"])
      expect(warnings).toContain(`${key} is ignored: actbench does not use it`);
  });

  it("nested-parameters: each inner name is the setting it means", () => {
    const { axes, points } = load(read("nested-parameters"));
    expect(axes.map(({ name }) => name)).toEqual([
      "activation",
      "model.dropout",
      "train.optimizer",
      "train.lr",
      "train.weight_decay",
      "train.batch_size",
    ]);
    expect(points.every(({ spec }) => spec.train.epochs === 1)).toBe(true);
    expect(
      load(read("nested-parameters"), "train.optimizer=adam").axes.map(({ name }) => name),
    ).not.toContain("train.optimizer");
    expect(
      load(read("nested-parameters"), "lr=0.1,0.2").axes.find(({ name }) => name === "train.lr")?.values,
    ).toEqual([0.1, 0.2]);
  });

  it("plain-ranges: whole ends give whole numbers, others any", () => {
    const { points } = load(read("plain-ranges"));
    expect(points).toHaveLength(10);
    expect(points.every(({ spec }) => Number.isInteger(spec.train.batch_size))).toBe(true);
    expect(points.some(({ spec }) => !Number.isInteger(spec.train.momentum))).toBe(true);
  });

  it("bayes-hyperband: refused with the way out, and with it stopped early as it says", () => {
    expect(problemsOf(read("bayes-hyperband"))).toEqual([
      expect.stringContaining(
        "bayes is not supported: no method here fits a model to results (write method: sobol with run_cap: 32",
      ),
    ]);
    const { points, early_terminate, warnings } = load(read("bayes-hyperband"), "method=random");
    expect(points).toHaveLength(9);
    expect(early_terminate).toEqual({ eta: 3, brackets: [[1]] });
    expect(warnings).toEqual(["program is ignored: actbench does not use it"]);
  });

  it("a key beside nested parameters is refused, for it would have no meaning", () => {
    expect(
      problemsOf("parameters: { optimizer: { value: adam, parameters: { lr: { value: 0.1 } } } }"),
    ).toEqual([
      "s.yaml:1:28: parameters.optimizer.value: has no effect beside parameters (move it into parameters, or remove it)",
    ]);
  });

  it("a mistake in a nested parameter is reported at its place", () => {
    const text = read("nested-parameters").replace("values: [64, 128]", "values: [64, many]");
    expect(problemsOf(text)[0]).toMatch(/^s\.yaml:21:\d+: parameters\.trainer\.parameters\.batch_size/);
  });
});
