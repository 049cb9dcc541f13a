import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { changedSettings } from "./changed-settings.js";

const changed = (text: string): Readonly<Record<string, string>> => {
  const [point] = load(text).points;
  if (point === undefined) throw new Error("no point");
  return Object.fromEntries(changedSettings(point.spec).map(({ name, value }) => [name, value]));
};

test("what is at its default is left out, what follows from others is not", () => {
  const usual = changed("dataset: { name: mnist }\nseeds: 1");
  expect(usual).toMatchObject({
    "model.activation": "relu",
    "dataset.train": "55000",
    "train.loss": "cross_entropy",
  });
  for (const name of ["model.hidden", "train.lr", "train.momentum", "train.beta1"])
    expect(usual).not.toHaveProperty([name]);
});

test("what was set is there as tables show it, and what the optimizer does not read is not", () => {
  const text =
    "model: { hidden: [8, 4], init: { distribution: normal, scale: 2 }, activation: [relu, tanh] }\n";
  expect(changed(`${text}train: { optimizer: adam, beta1: 0.8, lr: 0.5 }`)).toMatchObject({
    "model.hidden": "8-4",
    "model.activation": "relu, tanh",
    "model.init": '{"distribution":"normal","scale":2}',
    "train.optimizer": "adam",
    "train.beta1": "0.8",
    "train.lr": "0.5",
  });
  expect(changed("train: { optimizer: momentum }")).toHaveProperty(["train.momentum"]);
  expect(changed("train: { optimizer: sgd }")).not.toHaveProperty(["train.momentum"]);
});
