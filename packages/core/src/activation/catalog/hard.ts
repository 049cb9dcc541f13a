import { abs, add, gt, le, max, min, mul, sub, where } from "../../formula/build.js";
import type { Expr } from "../../formula/expr.js";
import { defineOnDemand } from "../define-activation.js";

const family = "hard";

/**
 * x between low and high with the slope of PyTorch's hardtanh, hardsigmoid and hardswish: 0 at the ends,
 * where clamp has 1.
 */
const held = (x: Expr, low: Expr, high: Expr): Expr => min(max(x, low), high);

export const hardtanh = defineOnDemand({
  name: "hardtanh",
  family,
  params: { low: { default: -1 }, high: { default: 1 } },
  constraints: ["low < high"],
  formula: (x, { low, high }) => held(x, low, high),
  summary: "x held between low and high",
  cite: "Collobert 2004, Large scale machine learning",
});

export const hardsigmoid = defineOnDemand({
  name: "hardsigmoid",
  family,
  formula: (x) => mul(1 / 6, held(add(x, 3), 0, 6)),
  summary: "sigmoid by three straight pieces",
  cite: "Courbariaux et al. 2015, arXiv:1511.00363, with the slope 1/6 of PyTorch and Keras 3",
});

export const hardswish = defineOnDemand({
  name: "hardswish",
  family,
  formula: (x) => mul(x, mul(1 / 6, held(add(x, 3), 0, 6))),
  summary: "x times hardsigmoid",
  cite: "Howard et al. 2019, arXiv:1905.02244",
});

export const sparse_sigmoid = defineOnDemand({
  name: "sparse_sigmoid",
  family,
  formula: (x) => mul(0.5, held(add(x, 1), 0, 2)),
  summary: "0 below -1, 1 above 1, a line between",
  cite: "Keras, keras.activations.sparse_sigmoid; Martins & Astudillo 2016, arXiv:1602.02068",
});

export const hardshrink = defineOnDemand({
  name: "hardshrink",
  family,
  params: { lambda: { default: 0.5, min: 0 } },
  // Written from inside, so that NaN stays NaN.
  formula: (x, { lambda }) => where(le(abs(x), lambda), 0, x),
  summary: "0 within lambda of 0, else x",
  cite: "Donoho & Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage",
});

export const softshrink = defineOnDemand({
  name: "softshrink",
  family,
  params: { lambda: { default: 0.5, min: 0 } },
  formula: (x, { lambda }) => where(le(abs(x), lambda), 0, where(gt(x, 0), sub(x, lambda), add(x, lambda))),
  summary: "0 within lambda of 0, else x moved towards 0 by lambda",
  cite: "Donoho 1995, De-noising by soft-thresholding",
});
