import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { hashedSettings } from "./study-hash.js";

const specs = (text: string, ...overrides: string[]) =>
  load(text, ...overrides).points.map(({ spec }) => spec.train);

test("sgd with a momentum is the optimizer momentum, which the engine has", () => {
  expect(
    specs("parameters: { momentum: [0, 0.9] }").map(({ optimizer, momentum }) => [optimizer, momentum]),
  ).toEqual([
    ["sgd", 0],
    ["momentum", 0.9],
  ]);
  const both = load("train: { momentum: 0.9 }\nparameters: { optimizer: [sgd, momentum, adam] }\nseeds: 1");
  expect(both.axes).toEqual([{ name: "train.optimizer", values: ["momentum", "adam"] }]);
  expect(both.warnings.join()).toContain("the configuration momentum is the same as momentum before it");
});

test("decay stands in a spec only where it is weights: studies from before it keep their ids", () => {
  const text = "parameters: { activation: [relu] }\ntrain: { weight_decay: 0.1 }\nseeds: 1";
  const before = load(text);
  expect(before.points[0]?.spec.train).not.toHaveProperty("decay");
  expect(hashedSettings(new Map([["train.lr", 0.2]]))).toMatchObject({
    "train.lr": 0.2,
    "train.weight_decay": 0,
  });
  for (const fixed of [[], [["train.decay", "all"]]] as const)
    expect(Object.keys(hashedSettings(new Map(fixed)))).not.toContain("train.decay");
  expect(hashedSettings(new Map([["train.decay", "weights"]]))["train.decay"]).toBe("weights");
  const all = load(text, "train.decay=all");
  expect([all.hash, all.plan]).toEqual([before.hash, before.plan]);
  const weights = load(text, "train.decay=weights");
  expect(weights.points[0]?.spec.train.decay).toBe("weights");
  expect(weights.hash).not.toBe(before.hash);
  const both = load(text, "train.decay=all,weights");
  expect(both.points.map(({ label, settings }) => [label, settings["train.decay"]])).toEqual([
    ["relu · decay all", "all"],
    ["relu · decay weights", "weights"],
  ]);
  expect(load(both.config).plan).toEqual(both.plan);
});

test("an axis that an optimizer does not use is named, for it compares trainings with themselves", () => {
  const warned = (text: string) => load(`seeds: 1\n${text}`).warnings;
  expect(warned("parameters: { optimizer: [adam, nesterov], momentum: [0.5, 0.9] }")).toEqual([
    'train.momentum has no effect with the optimizer adam: configurations that differ only in it are the same training; its axis can have when: train.optimizer == "momentum" or train.optimizer == "nesterov"',
  ]);
  expect(warned("parameters: { beta1: [0.5, 0.9] }")[0]).toContain(
    "train.beta1 has no effect with the optimizer sgd",
  );
  for (const quiet of [
    "parameters: { momentum: [0, 0.9] }",
    "train: { optimizer: adam }\nparameters: { beta1: [0.5, 0.9], epsilon: [1e-7, 1e-8] }",
    'parameters: { optimizer: [adam, sgd], beta2: { values: [0.9, 0.99], when: train.optimizer == "adam" } }',
  ])
    expect(warned(quiet)).toEqual([]);
});
