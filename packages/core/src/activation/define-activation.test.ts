import { describe, expect, it } from "vitest";
import { catalogSample } from "../../test/catalog-sample.js";
import { add, mul, tanh } from "../formula/build.js";
import type { Expr } from "../formula/expr.js";
import { FormulaError } from "../formula/language/formula-error.js";
import { activationSpec } from "./activation-spec.js";
import { defineActivation } from "./define-activation.js";
import { findActivation } from "./find-activation.js";
import { loweredFormulas } from "./lowered-formulas.js";

const bump = defineActivation({
  name: "bump",
  formula: "max(x, 0) + a * x * exp(-x^2)",
  params: { a: { default: 0.5, min: 0, max: 2, trainable: true } },
});

describe("defineActivation", () => {
  it("gives one tree for text and builder, in any order", () => {
    const built = defineActivation({
      name: "built",
      params: { a: { default: 0.5 } },
      formula: (x, { a }) => add(mul(["exp", ["neg", mul(x, x)]], mul(x, a)), ["max", 0, x]),
    });
    expect(built.tree).toEqual(bump.tree);
  });

  it("gives a built-in's tree to the same formula typed naively", () => {
    const typed = (formula: string): Expr => defineActivation({ name: "typed", formula }).tree;
    expect(typed("x / (1 + exp(-x))")).toEqual(findActivation("silu")?.tree);
    expect(typed("x * tanh(log(1 + exp(x)))")).toEqual(findActivation("mish")?.tree);
    expect(typed("min(6, max(0, x))")).toEqual(findActivation("relu6")?.tree);
  });

  it.each<[string, Parameters<typeof defineActivation>[0], string]>([
    ["a name that is none", { name: "my act", formula: "x" }, "a name begins with a letter"],
    [
      "an unused parameter",
      { name: "f", formula: "x", params: { a: { default: 1 } } as never },
      "does not use its parameter a",
    ],
    ["a constant", { name: "f", formula: "3" }, "does not depend on x"],
    [
      "a default out of range",
      { name: "f", formula: "a * x", params: { a: { default: 3, max: 1 } } as never },
      "outside its range -Infinity … 1",
    ],
    [
      "a default that is no number",
      { name: "f", formula: "a * x", params: { a: { default: "1" } } as never },
      "needs a finite number as default",
    ],
    [
      "a reserved parameter name",
      { name: "f", formula: "x", params: { exp: { default: 1 } } as never },
      "is reserved",
    ],
    [
      "an input's name as parameter",
      { name: "f", formula: "x", params: { x: { default: 1 } } as never },
      "is reserved",
    ],
    ["too many inputs", { name: "f", formula: "x", inputs: 40 }, "a whole number from 1 to 16"],
    ["no formula", { name: "f" } as never, "formula is missing"],
    [
      "a negative weight decay",
      { name: "f", formula: "a * x", params: { a: { default: 1, weight_decay: -1 } } },
      "the weight_decay of a is -1; a finite number of at least 0 is expected",
    ],
  ])("refuses %s", (_, input, reason) => {
    expect(() => defineActivation(input)).toThrow(reason);
  });

  it.each<[string, unknown, string]>([
    ["a cyclic tree", cyclic(), "or contains itself"],
    ["10,000 nodes", wide(13), "more than 2000 parts"],
    ["NaN", ["mul", "x", Number.NaN], "NaN, which is not a finite number"],
    ["an unknown operator", ["sinc", "x"], 'unknown operator "sinc"'],
    ["a missing operand", ["add", "x"], "add takes 2 operand(s), got 1"],
    ["a foreign variable", ["add", "x", "$b"], 'uses "$b"'],
    ["a function", ["add", "x", () => 1], "a function where a number"],
    [
      "nothing",
      undefined,
      "the formula gives undefined; an expression tree is expected; is a return missing?",
    ],
    ["nothing inside", ["exp", undefined], "undefined where a number"],
    ["a comparison by ===", ["where", false, 1, "x"], "compare with eq, gt, lt"],
  ])("refuses a tree with %s", (_, tree, reason) => {
    const define = (): unknown => defineActivation({ name: "f", formula: () => tree as Expr });
    expect(define).toThrow(FormulaError);
    expect(define).toThrow(reason);
  });

  it("stays fast on the largest formulas it reads", () => {
    const nested = Array.from({ length: 30 }).reduce<Expr>((tree) => tanh(mul(tree, add(tree, "x"))), "x");
    const start = process.cpuUsage();
    expect(() => defineActivation({ name: "doubling", formula: () => nested })).toThrow(
      "more than 2000 parts",
    );
    const chain = Array.from({ length: 90 }, (_, i) => `sin(${i} * x + exp(${i} - x^2))`).join(" + ");
    loweredFormulas(activationSpec(defineActivation({ name: "chain", formula: chain })));
    const deep = `${"tanh(x * ".repeat(45)}x${")".repeat(45)}`;
    loweredFormulas(activationSpec(defineActivation({ name: "deep", formula: deep })));
    // The processor's seconds: what else runs on the machine does not count.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });
});

describe("activationSpec", () => {
  const leaky = findActivation("leaky_relu");
  const prelu = findActivation("prelu");
  const maxout = findActivation("maxout");
  if (!leaky || !prelu || !maxout) throw new Error("the catalog misses an entry");

  it("labels with the settings that were given", () => {
    expect(activationSpec(leaky).label).toBe("leaky_relu");
    expect(activationSpec(leaky, { params: { alpha: 0.1 } }).label).toBe("leaky_relu(alpha=0.1)");
    expect(activationSpec(prelu, { per: "unit" }).label).toBe("prelu(per unit)");
    expect(activationSpec(prelu, { trainable: false }).label).toBe("prelu(fixed)");
    expect(activationSpec(leaky, { label: "mine" }).label).toBe("mine");
  });

  it("settles values, training and place of parameters", () => {
    expect(activationSpec(prelu, { params: { alpha: 0.1 }, per: "unit" }).params).toEqual([
      { name: "alpha", value: 0.1, trainable: true, per: "unit" },
    ]);
    expect(activationSpec(leaky, { trainable: { alpha: true } }).params[0]?.trainable).toBe(true);
  });

  it("makes as many inputs as maxout has pieces", () => {
    const spec = activationSpec(maxout, { params: { pieces: 3 } });
    expect(spec.inputs).toBe(3);
    expect(spec.params).toEqual([]);
    expect(spec.tree).toEqual(["max", ["max", "x1", "x2"], "x3"]);
    expect(() => activationSpec(maxout, { params: { pieces: 2.5 } })).toThrow("a whole number from 2 to 16");
  });

  it("refuses unknown parameters and values out of range", () => {
    expect(() => activationSpec(leaky, { params: { alhpa: 1 } })).toThrow("did you mean alpha?");
    expect(() => activationSpec(bump, { params: { a: 3 } })).toThrow(
      "bump: a is 3; a finite number from 0 to 2 is expected",
    );
    expect(() => activationSpec(leaky, { params: { alpha: Number.NaN } })).toThrow(
      "a finite number is expected",
    );
  });

  it("is plain JSON for the whole catalog", () => {
    for (const activation of catalogSample()) {
      const spec = activationSpec(activation);
      expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    }
  });
});

describe("loweredFormulas", () => {
  it("keeps trained parameters as names and folds the others", () => {
    const { value, slopes, trained } = loweredFormulas(activationSpec(bump));
    expect(JSON.stringify(value)).toContain("$a");
    expect(trained.map(({ name, per }) => [name, per])).toEqual([["a", "layer"]]);
    const fixed = loweredFormulas(activationSpec(bump, { trainable: false }));
    expect(JSON.stringify([fixed.value, fixed.slopes])).not.toContain("$a");
    expect(fixed.trained).toEqual([]);
    expect(slopes).toHaveLength(1);
  });
});

function cyclic(): unknown {
  const tree: unknown[] = ["neg"];
  tree.push(tree);
  return tree;
}

function wide(levels: number): unknown {
  return levels === 0 ? "x" : ["add", wide(levels - 1), wide(levels - 1)];
}
