import { add, gt, le, max, min, mul, pow, sub, where } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "rectified";

export const relu = defineOnDemand({
  name: "relu",
  family,
  formula: (x) => max(x, 0),
  summary: "x above 0, else 0",
  cite: "Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines",
});

export const leaky_relu = defineOnDemand({
  name: "leaky_relu",
  family,
  params: { alpha: { default: 0.01 } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, x)),
  summary: "x above 0, a small slope alpha below",
  cite: "Maas et al. 2013, Rectifier nonlinearities improve neural network acoustic models",
});

export const prelu = defineOnDemand({
  name: "prelu",
  family,
  params: { alpha: { default: 0.25, trainable: true, per: "layer" } },
  formula: (x, { alpha }) => where(gt(x, 0), x, mul(alpha, x)),
  summary: "leaky_relu whose slope is learned",
  cite: "He et al. 2015, arXiv:1502.01852",
});

export const rrelu = defineOnDemand({
  name: "rrelu",
  family,
  params: { lower: { default: 1 / 8, min: 0 }, upper: { default: 1 / 3, min: 0 } },
  constraints: ["lower <= upper"],
  // In evaluation `noise` is its mean, so the slope below 0 is (lower + upper) / 2.
  formula: (x, { lower, upper }) => where(gt(x, 0), x, mul(add(lower, mul(sub(upper, lower), "noise")), x)),
  summary: "leaky_relu with a random slope in training, its mean in evaluation",
  cite: "Xu et al. 2015, arXiv:1505.00853, with the uniform slope of PyTorch",
});

export const relu6 = defineOnDemand({
  name: "relu6",
  family,
  formula: (x) => min(max(x, 0), 6),
  summary: "relu held at 6",
  cite: "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10",
});

export const squared_relu = defineOnDemand({
  name: "squared_relu",
  family,
  formula: (x) => pow(max(x, 0), 2),
  summary: "the square of relu",
  cite: "So et al. 2021, Primer, arXiv:2109.08668",
});

export const threshold = defineOnDemand({
  name: "threshold",
  family,
  params: { theta: { default: 0 }, value: { default: 0 } },
  // Written from below, so that NaN stays NaN.
  formula: (x, { theta, value }) => where(le(x, theta), value, x),
  summary: "x above theta, else a fixed value",
  cite: "Konda et al. 2014, arXiv:1402.3337",
});
