import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { acosh, asinh, atanh } from "./asinh.js";
import { atan } from "./atan.js";
import { erf, erfc } from "./erf.js";
import { exp, expm1 } from "./exp.js";
import { log } from "./log.js";
import { log1p } from "./log1p.js";
import { log2, log10 } from "./log2.js";
import { normalCdf, normalCdfInverse } from "./normal.js";
import { normalExpectation } from "./normal-expectation.js";
import { pow } from "./pow.js";
import { round } from "./round.js";
import { sigmoid } from "./sigmoid.js";
import { cos, sin, tan } from "./sin.js";
import { cosh, sinh } from "./sinh.js";
import { softplus } from "./softplus.js";
import { tanh } from "./tanh.js";

type References = Readonly<Record<string, readonly (readonly number[])[]>>;
const references = JSON.parse(
  readFileSync(new URL("../../test/fixtures/f64-functions.json", import.meta.url), "utf8"),
) as References;

/** Largest error in units of the reference's last place; the docs of each function state it. */
const functions: readonly (readonly [name: string, f: (...operands: number[]) => number, ulps: number])[] = [
  ["exp", exp, 1],
  ["expm1", expm1, 2],
  ["log", log, 1],
  ["log1p", log1p, 2],
  ["sin", sin, 2],
  ["cos", cos, 2],
  ["tanh", tanh, 2],
  ["sigmoid", sigmoid, 2],
  ["softplus", softplus, 2],
  ["erf", erf, 2],
  ["erfc", erfc, 4],
  ["atan", atan, 2],
  ["normalCdfInverse", normalCdfInverse, 8],
  ["pow", pow, 2],
  ["sinh", sinh, 3],
  ["cosh", cosh, 3],
  ["asinh", asinh, 3],
  ["acosh", acosh, 3],
  ["atanh", atanh, 3],
  ["tan", tan, 4],
  ["log2", log2, 3],
  ["log10", log10, 3],
];

describe.each(functions)("%s", (name, f, ulps) => {
  it(`is within ${ulps} ULP of references with 60 digits`, () => {
    const rows = references[name] ?? [];
    expect(rows.length).toBeGreaterThan(70);
    for (const row of rows) {
      const operands = row.slice(0, -1);
      const wanted = row.at(-1) ?? Number.NaN;
      const error = Math.abs(f(...operands) - wanted) / unitInLastPlace(wanted);
      expect(error, `${name}(${operands.join(", ")})`).toBeLessThanOrEqual(ulps);
    }
  });

  it("gives NaN for NaN", () => {
    expect(f(Number.NaN, 0.5)).toBeNaN();
  });
});

describe("special values", () => {
  const inf = Number.POSITIVE_INFINITY;

  it.each([
    ["exp(∞)", exp(inf), inf],
    ["exp(−∞)", exp(-inf), 0],
    ["exp(1000)", exp(1000), inf],
    ["exp(−1000)", exp(-1000), 0],
    ["exp(0)", exp(0), 1],
    ["exp(−745), the smallest denormal", exp(-745), 5e-324],
    ["expm1(−0)", expm1(-0), -0],
    ["expm1(−∞)", expm1(-inf), -1],
    ["expm1(∞)", expm1(inf), inf],
    ["log(0)", log(0), -inf],
    ["log(∞)", log(inf), inf],
    ["log(1)", log(1), 0],
    ["log(5e-324)", log(5e-324), -744.4400719213812],
    ["log(−1)", log(-1), Number.NaN],
    ["log1p(−1)", log1p(-1), -inf],
    ["log1p(−2)", log1p(-2), Number.NaN],
    ["log1p(−0)", log1p(-0), -0],
    ["log1p(∞)", log1p(inf), inf],
    ["sin(∞)", sin(inf), Number.NaN],
    ["sin(−0)", sin(-0), -0],
    ["cos(0)", cos(0), 1],
    ["sin(1006097.4560273462), whose last bit is 2⁻³³", sin(1006097.4560273462), 0.6690110649683798],
    ["sin(2²⁰)", sin(1048576), 0.3304931400217347],
    ["tanh(∞)", tanh(inf), 1],
    ["tanh(−0)", tanh(-0), -0],
    ["sigmoid(−∞)", sigmoid(-inf), 0],
    ["sigmoid(∞)", sigmoid(inf), 1],
    ["softplus(1e300)", softplus(1e300), 1e300],
    ["softplus(−∞)", softplus(-inf), 0],
    ["erf(∞)", erf(inf), 1],
    ["erf(−0)", erf(-0), -0],
    ["erfc(−∞)", erfc(-inf), 2],
    ["erfc(∞)", erfc(inf), 0],
    ["atan(∞)", atan(inf), 1.5707963267948966],
    ["atan(−0)", atan(-0), -0],
    ["sinh(−0)", sinh(-0), -0],
    ["sinh(∞)", sinh(inf), inf],
    ["sinh(−∞)", sinh(-inf), -inf],
    ["sinh(710), where eˣ is infinite", sinh(710), 1.1169973830808557e308],
    ["sinh(711)", sinh(711), inf],
    ["cosh(0)", cosh(0), 1],
    ["cosh(−∞)", cosh(-inf), inf],
    ["cosh(−710)", cosh(-710), 1.1169973830808557e308],
    ["asinh(−0)", asinh(-0), -0],
    ["asinh(−∞)", asinh(-inf), -inf],
    ["asinh(1e300)", asinh(1e300), 691.4686750787736],
    ["acosh(1)", acosh(1), 0],
    ["acosh(0.9999)", acosh(0.9999), Number.NaN],
    ["acosh(∞)", acosh(inf), inf],
    ["atanh(−0)", atanh(-0), -0],
    ["atanh(1)", atanh(1), inf],
    ["atanh(−1)", atanh(-1), -inf],
    ["atanh(1.0001)", atanh(1.0001), Number.NaN],
    ["atanh(−∞)", atanh(-inf), Number.NaN],
    ["tan(−0)", tan(-0), -0],
    ["tan(∞)", tan(inf), Number.NaN],
    ["tan(π/2 as f64)", tan(1.5707963267948966), 16331239353195370],
    ["log2(0)", log2(0), -inf],
    ["log2(−1)", log2(-1), Number.NaN],
    ["log2(∞)", log2(inf), inf],
    ["log2(2⁻¹⁰⁷⁴)", log2(5e-324), -1074],
    ["log2(8)", log2(8), 3],
    ["log10(0)", log10(0), -inf],
    ["log10(−0.1)", log10(-0.1), Number.NaN],
    ["log10(∞)", log10(inf), inf],
    ["log10(1000)", log10(1000), 3],
    ["log10(1e-5)", log10(1e-5), -5],
    ["round(−0.5)", round(-0.5), -0],
    ["round(0.5)", round(0.5), 0],
    ["round(1.5)", round(1.5), 2],
    ["round(2.5)", round(2.5), 2],
    ["round(−2.5)", round(-2.5), -2],
    ["round(0.49999999999999994)", round(0.49999999999999994), 0],
    ["round(4503599627370495.5)", round(4503599627370495.5), 4503599627370496],
    ["round(−∞)", round(-inf), -inf],
    ["round(NaN)", round(Number.NaN), Number.NaN],
    ["Φ⁻¹(0)", normalCdfInverse(0), -inf],
    ["Φ⁻¹(1)", normalCdfInverse(1), inf],
    ["Φ⁻¹(½)", normalCdfInverse(0.5), 0],
    ["Φ⁻¹(2)", normalCdfInverse(2), Number.NaN],
    ["Φ(0)", normalCdf(0), 0.5],
  ])("%s", (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  it("logarithms are whole at whole powers of their base", () => {
    for (let k = -307; k <= 308; k++) expect(log10(Number(`1e${k}`))).toBe(k);
    for (let k = -1074; k <= 1023; k++) expect(log2(2 ** k)).toBe(k);
  });

  it("pow has the special cases of Math.pow", () => {
    const values = [0, -0, 1, -1, 2, -2, 3, 0.5, -0.5, inf, -inf, Number.NaN, 1e300, 5e-324];
    for (const x of values) {
      for (const y of [...values, 4503599627370497, 1e16]) {
        const [got, wanted] = [pow(x, y), x ** y];
        const exact = wanted === 0 || !Number.isFinite(wanted);
        if (exact) expect(got, `${x} ^ ${y}`).toBe(wanted);
        else expect(Math.abs(got / wanted - 1), `${x} ^ ${y}`).toBeLessThan(1e-15);
      }
    }
  });
});

describe("normalCdfInverse", () => {
  it("undoes normalCdf", () => {
    for (let z = -8; z <= 5; z += 1 / 16) expect(normalCdfInverse(normalCdf(z))).toBeCloseTo(z, 8);
  });
});

describe("normalExpectation", () => {
  it("gives the moments of a normal variable", () => {
    expect(normalExpectation(() => 1)).toBeCloseTo(1, 13);
    expect(normalExpectation((z) => z)).toBeCloseTo(0, 13);
    expect(normalExpectation((z) => z * z)).toBeCloseTo(1, 13);
    expect(normalExpectation((z) => z ** 8)).toBeCloseTo(105, 9);
  });

  it("is exact at kinks and jumps that it is given", () => {
    expect(normalExpectation((z) => Math.max(z, 0))).toBeCloseTo(0.3989422804014327, 13);
    const share = normalExpectation((z) => (z > 0.3217 ? 1 : 0), [0.3217]);
    expect(share).toBeCloseTo(1 - normalCdf(0.3217), 13);
  });
});

/** The distance of |x| to the next f64. */
function unitInLastPlace(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0) - Math.abs(x);
}
