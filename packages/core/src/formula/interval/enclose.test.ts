import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate.js";
import { BINARY, type Expr, TERNARY, UNARY } from "../expr.js";
import { parseFormula } from "../language/parse-formula.js";
import { enclose } from "./enclose.js";
import { between, exactly, signOf } from "./enclosure.js";

const enclosed = (source: string, low: number, high: number, zero?: boolean) =>
  enclose(parseFormula(source), new Map([["x", between(low, high, zero)]]));

const treesOf = (
  unary: readonly string[],
  binary: readonly string[],
  ternary: readonly string[],
  leaf: fc.Arbitrary<Expr>,
) =>
  fc.letrec<{ tree: Expr }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(fc.constantFrom(...unary), tie("tree")),
      fc.tuple(fc.constantFrom(...binary), tie("tree"), tie("tree")),
      ...(ternary.length > 0
        ? [fc.tuple(fc.constantFrom(...ternary), tie("tree"), tie("tree"), tie("tree"))]
        : []),
    ) as unknown as fc.Arbitrary<Expr>,
  })).tree;

/** Numbers whose products f64 does not round to 0, which would turn signs of quotients. */
const moderate = (size: number): fc.Arbitrary<number> =>
  fc.double({ min: -size, max: size, noNaN: true }).map((x) => (Math.abs(x) < 1e-6 ? 0 : x));
const reals = fc.oneof(moderate(3), moderate(1e6), fc.constantFrom(0, -0, 1, -1, 0.5, 3.4e38, -3.4e38));

/** Operators whose value jumps: f64 may round to the other side of the jump. */
const JUMPING: readonly string[] = "sign floor ceil round not lt le gt ge eq ne and or where".split(" ");
const continuous = (ops: readonly string[]): readonly string[] => ops.filter((op) => !JUMPING.includes(op));
/** Operators that f64 computes exactly for small whole numbers. */
const EXACT = [
  ["neg", "abs", "sign", "floor", "ceil", "round", "not"],
  ["add", "sub", "mul", "min", "max", "lt", "le", "gt", "ge", "eq", "ne", "and", "or"],
  TERNARY,
] as const;

describe("enclose", () => {
  it("holds every value of every tree over every box", () => {
    const leaf = fc.oneof(fc.constantFrom<Expr>("x", "x", 0, 1, -2, 0.5, 3), moderate(5));
    const trees = treesOf(continuous(UNARY), continuous(BINARY), continuous(TERNARY), leaf);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    let compared = 0;
    fc.assert(
      fc.property(trees, reals, reals, share, (tree, a, b, share) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const found = enclose(tree, new Map([["x", between(low, high)]]));
        if (found === undefined) return;
        expect([found.low, found.high]).not.toContain(Number.NaN);
        for (const x of [low, high, Math.min(high, low + share * (high - low))]) {
          const value = evaluate(tree, { x });
          // An overflow of f64 on the way may end in no number; the enclosure is that of real numbers.
          if (Number.isNaN(value)) continue;
          compared++;
          expect(found.low).toBeLessThanOrEqual(value);
          expect(found.high).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(3000);
  });

  it("holds the values of choices and steps, and says that 0 is none of them only where it is none", () => {
    const trees = treesOf(...EXACT, fc.oneof(fc.constant<Expr>("x"), fc.integer({ min: -3, max: 3 })));
    const ends = [fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 4 })] as const;
    fc.assert(
      fc.property(trees, ...ends, (tree, low, width) => {
        const found = enclose(tree, new Map([["x", between(low, low + width)]]));
        for (let x = low; x <= low + width; x++) {
          const value = evaluate(tree, { x });
          expect(found?.low).toBeLessThanOrEqual(value);
          expect(found?.high).toBeGreaterThanOrEqual(value);
          if (value === 0) expect(found?.zero).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["exp(x)", -1e4, -1e3],
    ["sigmoid(x)", -3.4e38, 0],
    ["x * sigmoid(x)", 1e-30, 3.4e38],
    ["softplus(x)", -3.4e38, 3.4e38],
    ["erfc(x)", 100, 200],
    ["1 + erf(x)", -3.4e38, -100],
    ["0.5 - 0.5 * erf(x)", 100, 3.4e38],
    ["2 * erf(x) + 2", -3.4e38, 0],
    ["1 / (1 + exp(-x))", -1e5, 1e5],
    ["sqrt(1 + x^2)", -3.4e38, 3.4e38],
  ])("knows that %s is above 0 from %d to %d, where f64 rounds to 0", (source, low, high) => {
    const found = enclosed(source, low, high);
    expect(found && signOf(found)).toBe(1);
  });

  it("is undefined where the tree may be", () => {
    expect(enclosed("1 / x", -1, 1)).toBeUndefined();
    expect(enclosed("log(x)", 0, 1)).toBeUndefined();
    expect(enclosed("sqrt(x)", -1e-300, 1)).toBeUndefined();
    expect(enclosed("tan(x)", 1, 2)).toBeUndefined();
    expect(enclosed("x^0.5", -1, 1)).toBeUndefined();
    expect(enclosed("log(x)", 0, 1, false)).toMatchObject({ low: Number.NEGATIVE_INFINITY });
  });

  it("is as tight as the functions are", () => {
    const found = enclose(parseFormula("exp(x)"), new Map([["x", exactly(1)]]));
    expect(found?.low).toBeLessThan(Math.E);
    expect(found?.high).toBeGreaterThan(Math.E);
    expect((found?.high ?? 9) - (found?.low ?? 0)).toBeLessThan(1e-14);
  });
});
