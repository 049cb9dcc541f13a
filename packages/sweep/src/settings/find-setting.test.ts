import { expect, test } from "vitest";
import { findSetting, lastPart } from "./find-setting.js";
import { SETTINGS } from "./settings.js";

test("a bare name, a full name and an alias lead to the one setting", () => {
  expect(findSetting("lr")?.name).toBe("train.lr");
  expect(findSetting("train.lr")?.name).toBe("train.lr");
  expect(findSetting("learning_rate")?.name).toBe("train.lr");
  expect(findSetting("train.learning_rate")?.name).toBe("train.lr");
  expect(findSetting("dataset")?.name).toBe("dataset.name");
  expect(findSetting("lrr")).toBeUndefined();
});

test("case, underscores and dashes do not matter, and no two settings are spelled alike", () => {
  for (const name of ["LEARNING_RATE", "learning-rate", "learningRate", "train.Learning_Rate", "LR"])
    expect(findSetting(name)?.name, name).toBe("train.lr");
  expect(findSetting("beta_1")?.name).toBe("train.beta1");
  const plain = (text: string) => text.toLowerCase().replaceAll("_", "");
  for (const { name, aliases = [] } of SETTINGS)
    for (const spelling of [name, lastPart(name), ...aliases])
      expect(findSetting(plain(spelling))?.name, spelling).toBe(name);
});

test("no two settings end with the same name, so a bare name is never ambiguous", () => {
  const ends = SETTINGS.map(({ name }) => lastPart(name));
  expect(new Set(ends).size).toBe(ends.length);
});

test("every default is what its own setting takes, in canonical form", () => {
  for (const { name, schema, default: value, defaultText } of SETTINGS) {
    if (value === undefined) expect(defaultText, name).toBeDefined();
    else expect(schema.parse(value), name).toEqual(value);
  }
});
