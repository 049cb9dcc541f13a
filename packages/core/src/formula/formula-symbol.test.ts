import { describe, expect, it } from "vitest";
import { defineActivation } from "../activation/define-activation.js";
import { add, exp, gt, mul, where } from "./build.js";
import type { Expr } from "./expr.js";
import { formulaSymbol } from "./formula-symbol.js";
import { FormulaError } from "./language/formula-error.js";

/** The boundary where JavaScript computes with what TypeScript would not let it. */
const asNumber = (symbol: Expr): number => symbol as unknown as number;

describe.each<[string, Expr]>([
  ["x", formulaSymbol("x")],
  ["a parameter", formulaSymbol("$a")],
  ["the result of a builder", exp("x")],
  ["what several builders give", add(1, mul("x", 2), where(gt("x", 0), "x", 0))],
])("%s refuses", (_, symbol) => {
  const x = asNumber(symbol);
  it.each<[string, () => unknown]>([
    ["<", () => x < 0],
    [">=", () => 0 >= x],
    // biome-ignore lint/suspicious/noDoubleEquals: it is what must be refused.
    ["==", () => (x as unknown) == 0],
    ["+", () => x + 1],
    ["-", () => -x],
    ["**", () => x ** 2],
    ["Math.max", () => Math.max(x, 0)],
    ["Math.exp", () => Math.exp(x)],
    ["Number", () => Number(x)],
    ["String", () => String(x)],
    ["a template", () => `exp(${x})`],
    ["a text's sum", () => `${"exp"}${x as unknown as string}`],
    ["a key", () => ({ a: 1 })[x as unknown as "a"]],
  ])("%s", (_, compute) => {
    expect(compute).toThrow(FormulaError);
    expect(compute).toThrow("while a formula is built, it is a symbol, not a number");
  });
});

describe("a formula that is a function", () => {
  it("names what it computed with", () => {
    const define = (formula: (x: Expr, params: { readonly a: Expr }) => unknown) => () =>
      defineActivation({ name: "f", params: { a: { default: 1 } }, formula: formula as () => Expr });
    expect(define((x) => (asNumber(x) < 0 ? 0 : x))).toThrow("cannot read x:");
    expect(define((x, { a }) => mul(x, asNumber(a) + 1))).toThrow("cannot read a:");
    expect(define((x) => (asNumber(exp(x)) > 1 ? 0 : x))).toThrow("cannot read the result of a builder:");
  });

  it("may use a symbol wherever a builder takes a tree, and writes plain trees", () => {
    const { tree } = defineActivation({
      name: "f",
      params: { a: { default: 1 } },
      formula: (x, { a }) => add(mul(a, exp(x)), ["sin", x], "x"),
    });
    expect(JSON.stringify(tree)).toBe('["add",["add","x",["sin","x"]],["mul","$a",["exp","x"]]]');
    expect(Object.getOwnPropertySymbols(tree)).toEqual([]);
  });
});
