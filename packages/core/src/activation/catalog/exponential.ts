import { div, exp, expm1, gt, mul, neg, pow, where } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "exponential";

export const elu = defineOnDemand({
  name: "elu",
  family,
  params: { alpha: { default: 1, min: 0 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, expm1(x))),
  summary: "x above 0, saturating at -alpha below",
  cite: "Clevert et al. 2015, arXiv:1511.07289",
});

export const celu = defineOnDemand({
  name: "celu",
  family,
  params: { alpha: { default: 1, min: 0.001 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, expm1(div(x, alpha)))),
  summary: "elu with a slope without a jump for every alpha",
  cite: "Barron 2017, arXiv:1704.07483",
});

export const selu = defineOnDemand({
  name: "selu",
  family,
  formula: (x) => mul(1.0507009873554805, where(gt(x, 0), x, mul(1.6732632423543772, expm1(x)))),
  summary: "elu scaled to keep mean 0 and variance 1 at initialization",
  cite: "Klambauer et al. 2017, arXiv:1706.02515",
});

export const exponential = defineOnDemand({
  name: "exponential",
  family,
  formula: (x) => exp(x),
  summary: "e to the power x",
  cite: "Keras, keras.activations.exponential",
});

export const gaussian = defineOnDemand({
  name: "gaussian",
  family,
  formula: (x) => exp(neg(pow(x, 2))),
  summary: "a bump around 0, exp(-x^2)",
  cite: "Broomhead & Lowe 1988, Multivariable functional interpolation and adaptive networks",
});
