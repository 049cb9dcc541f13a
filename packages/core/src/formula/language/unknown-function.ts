import { nearestName } from "../../text/nearest-name.js";
import { BINARY } from "../expr.js";

/** Functions that the language does not have, as others name them, with what to write for them in x. */
const WRITTEN: Readonly<Record<string, string>> = {
  ln: "log(x)",
  lg: "log10(x)",
  ld: "log2(x)",
  exp2: "2^x",
  exp10: "10^x",
  square: "x^2",
  sqr: "x^2",
  cbrt: "sign(x) * abs(x)^(1/3)",
  rsqrt: "1 / sqrt(x)",
  sgn: "sign(x)",
  signum: "sign(x)",
  fabs: "abs(x)",
  clip: "clamp(x, 0, 1)",
  rint: "round(x)",
  trunc: "sign(x) * floor(abs(x))",
  frac: "x - floor(x)",
  sec: "1 / cos(x)",
  csc: "1 / sin(x)",
  cot: "1 / tan(x)",
  sech: "1 / cosh(x)",
  csch: "1 / sinh(x)",
  coth: "1 / tanh(x)",
  asin: "atan(x / sqrt(1 - x^2))",
  arcsin: "atan(x / sqrt(1 - x^2))",
  acos: "pi / 2 - atan(x / sqrt(1 - x^2))",
  arccos: "pi / 2 - atan(x / sqrt(1 - x^2))",
  arctan: "atan(x)",
  arcsinh: "asinh(x)",
  arsinh: "asinh(x)",
  arccosh: "acosh(x)",
  arcosh: "acosh(x)",
  arctanh: "atanh(x)",
  artanh: "atanh(x)",
  sinc: "x == 0 ? 1 : sin(x) / x",
  normcdf: "0.5 * erfc(-x / sqrt(2))",
  logcosh: "log(cosh(x))",
  logit: "log(x / (1 - x))",
  logistic: "sigmoid(x)",
  expit: "sigmoid(x)",
  logsigmoid: "-softplus(-x)",
  relu: "max(x, 0)",
  relu6: "clamp(x, 0, 6)",
  hardtanh: "clamp(x, -1, 1)",
  elu: "x > 0 ? x : expm1(x)",
  gelu: "0.5 * x * (1 + erf(x / sqrt(2)))",
  silu: "x * sigmoid(x)",
  swish: "x * sigmoid(x)",
  mish: "x * tanh(softplus(x))",
  softsign: "x / (1 + abs(x))",
  heaviside: "max(sign(x), 0)",
  step: "max(sign(x), 0)",
  if: "x > 0 ? x : 0",
  maximum: "max(x, 0)",
  minimum: "min(x, 0)",
};
const OPERATORS: ReadonlySet<string> = new Set(BINARY);

/** The names of functions that others have and this language writes otherwise, with what to write. */
export const WRITTEN_OTHERWISE: readonly (readonly [name: string, formula: string])[] =
  Object.entries(WRITTEN);

/** What to do about a function that the language does not know; `known` are those it does. */
export function unknownFunctionHint(name: string, known: readonly string[]): string {
  if (OPERATORS.has(name)) return "write it as an operator";
  const plain = name.toLowerCase().replaceAll("_", "");
  const written = Object.hasOwn(WRITTEN, plain) ? WRITTEN[plain] : undefined;
  if (written !== undefined) return `write ${written}`;
  const nearest = nearestName(name, known);
  return nearest === undefined ? `functions are ${known.join(", ")}` : `did you mean "${nearest}"?`;
}
