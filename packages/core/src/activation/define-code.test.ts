import { describe, expect, it } from "vitest";
import { activationSpec } from "./activation-spec.js";
import { codeCard } from "./code-card.js";
import { type CodeInput, defineCode } from "./define-code.js";

const relu: CodeInput = {
  name: "my_relu",
  params: { gain: { default: 2, min: 0 } },
  value: (x, { gain = Number.NaN }) => gain * Math.max(x, 0),
  slope: (x, { gain = Number.NaN }) => (x > 0 ? gain : 0),
  kinks: [0],
};

describe("defineCode", () => {
  it("gives a spec of name, parameters and hash, and no tree", () => {
    expect(activationSpec(defineCode(relu, "ab"), { params: { gain: 3 } })).toEqual({
      label: "my_relu(gain=3)",
      name: "my_relu",
      params: [{ name: "gain", value: 3, trainable: false, per: "layer" }],
      at_kink: "torch",
      code: "ab",
      inputs: 1,
    });
  });

  it.each<[string, Partial<Record<keyof CodeInput, unknown>>, string]>([
    ["no slope", { slope: undefined }, "slope is undefined; a function of (x, params) is expected"],
    ["a value that is none", { value: 3 }, "value is 3; a function of (x, params) is expected"],
    ["kinks that are no numbers", { kinks: ["0"] }, 'kinks is ["0"]; a list of numbers is expected'],
    ["a name that is none", { name: "a b" }, "a name begins with a letter"],
    [
      "a trained parameter",
      { params: { a: { default: 1, trainable: true } } },
      "the parameter a is trainable",
    ],
    ["counted inputs", { params: { a: { default: 2, role: "inputs" } } }, "code has one input, x"],
    ["a parameter without a value", { params: { a: {} } }, "needs a finite number as default"],
  ])("refuses %s", (_, fields, reason) => {
    expect(() => defineCode({ ...relu, ...fields } as CodeInput, "ab")).toThrow(reason);
  });

  it("is not to be trained by a study either", () => {
    expect(() => activationSpec(defineCode(relu, "ab"), { trainable: true })).toThrow(
      "my_relu is code, whose parameters cannot be trained, but gain is trainable",
    );
  });
});

describe("codeCard", () => {
  it("says by asking what a formula's card derives", () => {
    const card = codeCard(
      defineCode({ ...relu, params: {}, value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) }, "ab"),
    );
    expect(card.gain).toBeCloseTo(Math.SQRT2, 12);
    expect(card.mean).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
    expect(card.varianceSlope).toBeCloseTo(1, 12);
    expect(card.lipschitz).toBe(1);
  });
});
