import { gt, max, mul, where } from "../../formula/build.js";
import { defineActivation } from "../define-activation.js";

export const relu = defineActivation({
  name: "relu",
  family: "rectified",
  formula: (x) => max(x, 0),
  summary: "x above 0, else 0",
  cite: "Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines",
});

export const leaky_relu = defineActivation({
  name: "leaky_relu",
  family: "rectified",
  params: { alpha: { default: 0.01 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, x)),
  summary: "x above 0, a small slope alpha below",
  cite: "Maas et al. 2013, Rectifier nonlinearities improve neural network acoustic models",
});

export const prelu = defineActivation({
  name: "prelu",
  family: "rectified",
  params: { alpha: { default: 0.25, trainable: true, per: "layer" } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, x)),
  summary: "leaky_relu whose slope is learned",
  cite: "He et al. 2015, arXiv:1502.01852",
});
