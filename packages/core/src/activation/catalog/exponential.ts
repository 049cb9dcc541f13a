import { expm1, gt, mul, where } from "../../formula/build.js";
import { defineActivation } from "../define-activation.js";

export const elu = defineActivation({
  name: "elu",
  family: "exponential",
  params: { alpha: { default: 1, min: 0 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, expm1(x))),
  summary: "x above 0, saturating at -alpha below",
  cite: "Clevert et al. 2015, arXiv:1511.07289",
});

export const selu = defineActivation({
  name: "selu",
  family: "exponential",
  formula: (x) => mul(1.0507009873554805, where(gt(x, 0), x, mul(1.6732632423543772, expm1(x)))),
  summary: "elu scaled so that mean 0 and variance 1 are kept",
  cite: "Klambauer et al. 2017, arXiv:1706.02515",
});
