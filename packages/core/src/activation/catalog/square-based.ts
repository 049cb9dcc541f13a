import { definedFamily } from "./defined-family.js";

/** Parabolas and polynomials in pieces, made to need no exponential. */
export const squareBased = definedFamily("polynomial", [
  {
    name: "sqnl",
    formula: "abs(x) <= 2 ? x - x * abs(x) / 4 : sign(x)",
    summary: "tanh by two parabolas, -1 below -2 and 1 above 2",
  },
  {
    name: "log_sqnl",
    formula: "abs(x) <= 2 ? 0.5 + x / 2 - x * abs(x) / 8 : 0.5 + 0.5 * sign(x)",
    summary: "sigmoid by two parabolas, 0 below -2 and 1 above 2",
  },
  {
    name: "sqlu",
    formula: "x > 0 ? x : x < -2 ? -1 : x + x^2 / 4",
    summary: "elu by a parabola: x above 0, -1 below -2",
  },
  {
    name: "squish",
    formula: "x > 0 ? x * (1 + x / 32) : x < -2 ? 0 : x * (1 + x / 2)",
    summary: "swish by two parabolas, 0 below -2",
  },
  {
    name: "sqreu",
    formula: "x > 0 ? x : x < -2 ? 0 : x * (1 + x / 2)",
    summary: "x above 0, a parabola's dip to -1/2, 0 below -2",
  },
  {
    name: "square_softplus",
    formula: "x > 0.5 ? x : x < -0.5 ? 0 : (x + 0.5)^2 / 2",
    summary: "softplus by a parabola between -1/2 and 1/2",
  },
  {
    name: "linq",
    params: { slope: { default: 0.1, min: 0, max: 1 } },
    formula: "abs(x) < 2 - 2 * slope ? x * (4 - abs(x)) / 4 : slope * x + sign(x) * (1 - slope)^2",
    summary: "tanh by two parabolas that end in lines of the given slope",
  },
  {
    name: "scaled_polynomial_constant",
    params: {
      scale: { default: 3.0937, min: 0.001 },
      shift: { default: 0.6653, min: 0, max: 1 },
      width: { default: 4.437, min: 0.001 },
      limit: { default: 10000, min: 1, max: 10000 },
    },
    formula:
      "scale * (min(max(x / width + shift, 0), limit)^3" +
      " * (min(max(x / width + shift, 0), limit)^4 * (min(max(x / width + shift, 0), limit) - 2) + 2)" +
      " - shift^3 * (shift^4 * (shift - 2) + 2))",
    summary: "a constant below, then a polynomial of degree 8 up to limit",
  },
  {
    name: "polynomial_universal",
    params: { width: { default: 10, min: 0.1, max: 1000 } },
    formula: "x > width ? x : x < -width ? 0" + " : x * (width + x)^5 / ((width + x)^5 + (width - x)^5)",
    summary: "swish by polynomials: x above width, 0 below -width",
  },
  {
    name: "polynomial_relu",
    params: {
      offset: { default: 0, trainable: true, per: "layer" },
      linear: { default: 1 / 3, trainable: true, per: "layer" },
      square: { default: 1 / 3, trainable: true, per: "layer" },
      cube: { default: 1 / 3, trainable: true, per: "layer" },
    },
    formula: "offset + max(x, 0) * (linear + max(x, 0) * (square + max(x, 0) * cube))",
    summary: "a learned cubic polynomial of relu",
  },
]);
