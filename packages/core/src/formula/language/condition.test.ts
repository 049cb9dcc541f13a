import { describe, expect, it } from "vitest";
import { evaluateCondition, parseCondition } from "./condition.js";

const settings = new Map<string, number | string | boolean | null>([
  ["train.lr", 0.5],
  ["train.momentum", 0.9],
  ["train.optimizer", "sgd"],
  ["train.shuffle", true],
  ["train.max_norm", null],
]);
const holds = (source: string): boolean =>
  evaluateCondition(parseCondition(source), (name) => settings.get(name));

describe("conditions", () => {
  it.each([
    ['train.optimizer == "sgd"', true],
    ["train.optimizer == 'adam'", false],
    ["train.optimizer != 'adam' and train.lr < 1", true],
    ["train.lr * train.momentum < 0.8", true],
    ["train.lr ^ 2 * 4 == 1", true],
    ["not (train.lr > 0.1)", false],
    ["train.shuffle", true],
    ["train.shuffle == false", false],
    ["train.max_norm == null", true],
    ["max(train.lr, 0.7) == 0.7", true],
    ['train.optimizer == "sgd" ? train.lr < 1 : train.lr < 0.01', true],
    ["train.optimizer == 1", false],
    ['train.optimizer == "sgd" or train.optimizer > 3', true],
  ])("%s", (source, wanted) => {
    expect(holds(source)).toBe(wanted);
  });

  it("holds where a setting that it names does not exist", () => {
    expect(holds("alpha > 3")).toBe(true);
    expect(holds("train.lr > 3 and alpha > 3")).toBe(true);
  });

  it("lists the settings it names with their places", () => {
    expect(parseCondition("a.b + c < a.b").names).toEqual([
      { name: "a.b", position: 0 },
      { name: "c", position: 6 },
    ]);
  });

  it("refuses arithmetic on texts, unknown functions and broken text with the place", () => {
    expect(() => holds("train.optimizer < 3")).toThrow('"sgd" is not a number here');
    expect(() => parseCondition("mx(a, b) > 1")).toThrow('did you mean "max"?');
    expect(() => parseCondition("max(a) > 1")).toThrow("max got 1 operand(s)");
    expect(() => parseCondition('a == "b')).toThrow("a string must be closed on its line");
    expect(() => parseCondition("a..b > 1")).toThrow("unexpected");
  });
});
