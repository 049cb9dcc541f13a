import * as build from "../../formula/build.js";
import { add, div, gt, le, mul, pow, sqrt, sub, where } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "smooth";

export const softplus = defineOnDemand({
  name: "softplus",
  family,
  formula: (x) => build.softplus(x),
  summary: "a smooth relu, log(1 + exp(x))",
  cite: "Dugas et al. 2001, Incorporating second-order functional knowledge for better option pricing",
});

export const squareplus = defineOnDemand({
  name: "squareplus",
  family,
  params: { b: { default: 4, min: 0.001 } },
  // Below 0 the sum of x and the root would cancel; there it is b over their difference.
  formula: (x, { b }) => {
    const root = sqrt(add(pow(x, 2), b));
    return where(gt(x, 0), mul(0.5, add(x, root)), div(mul(0.5, b), sub(root, x)));
  },
  summary: "a smooth relu without exponentials, (x + sqrt(x^2 + b)) / 2",
  cite: "Barron 2021, arXiv:2112.11687",
});

export const bent_identity = defineOnDemand({
  name: "bent_identity",
  family,
  formula: (x) => add(mul(0.5, sub(sqrt(add(pow(x, 2), 1)), 1)), x),
  summary: "a line that bends from slope 1/2 to 3/2",
  cite: "Godfrey & Gashler 2015; folklore",
});

export const isrlu = defineOnDemand({
  name: "isrlu",
  family,
  params: { alpha: { default: 1, min: 0 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, div(x, sqrt(add(1, mul(alpha, pow(x, 2)))))),
  summary: "x above 0, isru below",
  cite: "Carlile et al. 2017, arXiv:1710.09967",
});

export const sparse_plus = defineOnDemand({
  name: "sparse_plus",
  family,
  formula: (x) => where(le(x, -1), 0, where(le(x, 1), mul(0.25, pow(add(x, 1), 2)), x)),
  summary: "0 below -1, x above 1, a parabola between",
  cite: "Keras, keras.activations.sparse_plus; Martins & Astudillo 2016, arXiv:1602.02068",
});
