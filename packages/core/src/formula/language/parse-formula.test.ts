import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, div, exp, expm1, gt, max, mul, neg, pow, sub, where } from "../build.js";
import { FormulaError } from "./formula-error.js";
import { parseFormula } from "./parse-formula.js";

const parse = (source: string) => parseFormula(source, { params: ["alpha", "beta"] });

function errorOf(source: string): FormulaError {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${source} was read without an error`);
}

describe("parseFormula", () => {
  it.each([
    ["x > 0 ? x : alpha * expm1(x)", where(gt("x", 0), "x", mul("$alpha", expm1("x")))],
    ["where(x > 0, x, alpha * expm1(x))", where(gt("x", 0), "x", mul("$alpha", expm1("x")))],
    ["-x^2", neg(pow("x", 2))],
    ["(-x)^2", pow(neg("x"), 2)],
    ["2^-x", pow(2, neg("x"))],
    ["2^3^x", pow(2, pow(3, "x"))],
    ["-3", -3],
    ["-3^2", neg(pow(3, 2))],
    ["(-3)^2", pow(-3, 2)],
    ["x - 1 - 2", sub(sub("x", 1), 2)],
    ["x / alpha / beta", div(div("x", "$alpha"), "$beta")],
    ["1e-3 * x + .5", add(mul(0.001, "x"), 0.5)],
    ["max(x, 0, alpha)", max(max("x", 0), "$alpha")],
    ["clamp(x, 0, 6)", ["clamp", "x", 0, 6]],
    ["pow(x, 3)", pow("x", 3)],
    ["+x", "x"],
    ["exp(-x*x)", exp(mul(neg("x"), "x"))],
    [
      "x > 0 and x < 1 or not x == 2",
      ["or", ["and", ["gt", "x", 0], ["lt", "x", 1]], ["not", ["eq", "x", 2]]],
    ],
    [
      "x > 0 && !(x >= 1) || x != 2",
      ["or", ["and", ["gt", "x", 0], ["not", ["ge", "x", 1]]], ["ne", "x", 2]],
    ],
    ["x > 1 ? 1 : x > 0 ? x : 0", where(gt("x", 1), 1, where(gt("x", 0), "x", 0))],
    ["pi", 3.141592653589793],
    ["e", 2.718281828459045],
    ["noise * x", mul("noise", "x")],
    ["\n  x\t* 2\n", mul("x", 2)],
  ])("reads %s", (source, tree) => {
    expect(parse(source)).toEqual(tree);
  });

  it("reads x1 … xk where a unit has k pre-activations, and no x", () => {
    expect(parseFormula("x1 * sigmoid(x2)", { inputs: 2 })).toEqual(["mul", "x1", ["sigmoid", "x2"]]);
    expect(() => parseFormula("x", { inputs: 2 })).toThrow('unknown name "x"');
    expect(() => parseFormula("x1")).toThrow('unknown name "x1"');
  });

  it.each([
    ["", 0, "the formula ends where a value is expected"],
    ["x +", 3, "the formula ends where a value is expected"],
    ["(x", 2, 'a "(" is not closed'],
    ["x)", 1, 'unexpected ")"'],
    ["x x", 2, 'unexpected "x"'],
    ["x > 0 ? x", 9, 'a "?" needs its ":"'],
    ["exq(x)", 0, 'did you mean "exp"?'],
    ["alhpa * x", 0, 'did you mean "alpha"?'],
    ["exp", 0, "needs its operands in brackets"],
    ["exp(x, x)", 0, "exp takes one operand, got 2"],
    ["max(x)", 0, "max takes two operands or more, got 1"],
    ["where(x, 1)", 0, "where takes three operands, got 2"],
    ["add(x, 1)", 0, "write it as an operator"],
    ["2x", 0, 'write "*" between a number and a name'],
    ["0x10", 0, "write it in decimal"],
    ["1e999", 0, "too large"],
    ["x ** 2", 2, 'write "^" for a power'],
    ["x = 1", 2, 'write "==" to compare'],
    ["x & 1", 2, 'write "and" or "&&"'],
    ["|x|", 0, "abs(x) for |x|"],
    ["0 < x < 1", 6, 'join them with "and"'],
    ["x − 1", 2, "ASCII minus"],
    ["x; process", 1, 'unexpected character ";"'],
    ['"x"', 0, "only numbers"],
    ["x.constructor", 0, "unexpected"],
    ["constructor(x)", 0, 'unknown function "constructor"'],
    ["__proto__", 0, 'unknown name "__proto__"'],
  ])("refuses %s with its place", (source, position, reason) => {
    const error = errorOf(source);
    expect(error.message).toContain(reason);
    if (source !== "x.constructor") expect(error.position).toBe(position);
  });

  it("points at the place with a caret, on its own line", () => {
    expect(errorOf("x > 0 ? x\n  : exq(x)").message).toBe(
      'unknown function "exq"; did you mean "exp"? (column 5)\n    : exq(x)\n      ^',
    );
  });

  it("refuses what is too long, too large or too deep", () => {
    expect(errorOf(`x${" ".repeat(4000)}`).code).toBe("too_long");
    expect(errorOf(Array(1100).fill("x").join("+")).code).toBe("too_many_nodes");
    expect(errorOf(`${"(".repeat(101)}x${")".repeat(101)}`).code).toBe("too_deep");
    expect(errorOf(`${"-".repeat(150)}x`).code).toBe("too_deep");
    expect(errorOf(`${Array(150).fill("x^").join("")}x`).code).toBe("too_deep");
    expect(errorOf(`${Array(150).fill("x?x:").join("")}x`).code).toBe("too_deep");
    expect(errorOf(Array(400).fill("x").join("*")).code).toBe("too_deep");
  });

  it("answers any text with a tree or a FormulaError", () => {
    const pieces = fc.constantFrom(
      ..."x alpha exp( max( where( ( ) , ? : + - * / ^ < <= > >= == != ! not and or 1 0.5 1e-3 . pi e noise & = \n".split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
