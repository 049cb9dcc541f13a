import { expect, test } from "vitest";
import { storedAliases } from "../../../core/src/activation/catalog/facts/stored-aliases.js";
import { load, problemsOf } from "../../test/load.js";

const hintOf = (entry: string): string | undefined =>
  /\((.*)\)$/.exec(problemsOf(`parameters: { activation: [${entry}] }`)[0] ?? "")?.[1];
const labelsOf = (text: string): readonly string[] => load(text).activations.map(({ label }) => label);

test.each([
  ["logistic", "sigmoid"],
  ["linear", "identity"],
  ["lrelu", "leaky_relu"],
  ["hswish", "hardswish"],
  ["gelu_new", "gelu_tanh"],
  ["gelu-fast", "gelu_tanh"],
  ["swish-1", "silu"],
  ["tansig", "tanh"],
])("%s is called %s here", (name, here) => {
  expect(hintOf(name)).toBe(`it is called ${here} here`);
  expect(labelsOf(`parameters: { activation: [${here}] }`)).toEqual([here]);
});

test.each(["hard_sigmoid", "hsigmoid", "HardSigmoid2"])(
  "%s: what two libraries call so is not guessed",
  (name) => {
    const hint = hintOf(name) ?? "";
    if (name === "HardSigmoid2") expect(hint).toBe("did you mean hardsigmoid?");
    else {
      expect(hint).toMatch(/^write hardsigmoid, which has slope 1\/6.* slope 0.2/);
      expect(
        labelsOf(
          `${hint.slice(hint.indexOf("activations:"))}\nparameters: { activation: [hard_sigmoid_02] }`,
        ),
      ).toEqual(["hard_sigmoid_02"]);
    }
  },
);

test.each([
  ["{ name: leaky_relu, negative_slope: 0.2 }", "it is called alpha here"],
  ["{ name: hardtanh, min_val: -2 }", "it is called low here"],
  ["{ name: hardtanh, max_val: 2 }", "it is called high here"],
  ["{ name: relu, inplace: true }", "remove it: it changes how PyTorch stores values, but no value"],
  ["{ name: gelu, approximate: tanh }", "write gelu_tanh"],
  ["{ name: gelu, approximate: none }", "remove it: gelu is exact"],
  ["{ name: prelu, num_parameters: 1 }", "write per: unit, or per: layer"],
])("%s: %s", (entry, hint) => {
  expect(hintOf(entry)).toBe(hint);
});

test("softplus with a beta is a formula", () => {
  const hint = hintOf("{ name: softplus, beta: 2 }") ?? "";
  expect(
    labelsOf(`${hint.slice(hint.indexOf("activations:"))}\nparameters: { activation: [softplus_2] }`),
  ).toEqual(["softplus_2"]);
  expect(hintOf("{ name: silu, beta: 2 }")).toBe("write { name: swish, beta: 1, trainable: false }");
  expect(labelsOf("parameters: { activation: [{ name: swish, beta: 1, trainable: false }] }")).toHaveLength(
    1,
  );
});

test("names in one text are a list", () => {
  expect(hintOf('"relu, gelu"')).toBe("write a list: [relu, gelu]");
});

test.each([
  ["zeros", "weights that start equal stay equal; write he_normal"],
  ["glorot", "did you mean xavier?"],
  ["kaiming", "did you mean he?"],
  ["truncated_normal", "write { distribution: normal, scale: 1 }, of standard deviation scale / √fan_in"],
])("the initializer %s: %s", (name, hint) => {
  expect(problemsOf(`model: { init: ${name} }`)[0]).toContain(`(${hint})`);
  const [, written = ""] = /(?:write|mean) (\{.*\}|\w+)/.exec(hint) ?? [];
  expect(load(`model: { init: ${written} }`).points).toHaveLength(1);
});

const [[alias = "", here = ""] = []] = storedAliases.split("\n").map((line) => line.split(" "));
test.skipIf(alias === "")(
  "a name that the literature has for a built-in is said to be called as here",
  () => {
    expect(hintOf(alias)).toBe(`it is called ${here} here`);
    expect(hintOf(`{ name: ${alias.toUpperCase()} }`)).toBe(`it is called ${here} here`);
  },
);
