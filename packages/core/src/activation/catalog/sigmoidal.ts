import * as build from "../../formula/build.js";
import { abs, add, div, mul, neg, pow, sqrt } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "sigmoidal";

export const sigmoid = defineOnDemand({
  name: "sigmoid",
  family,
  formula: (x) => build.sigmoid(x),
  summary: "the logistic function, from 0 to 1",
  cite: "Rumelhart, Hinton & Williams 1986, Nature 323",
});

export const tanh = defineOnDemand({
  name: "tanh",
  family,
  formula: (x) => build.tanh(x),
  summary: "hyperbolic tangent, from -1 to 1",
  cite: "LeCun et al. 1998, Efficient BackProp",
});

export const log_sigmoid = defineOnDemand({
  name: "log_sigmoid",
  family,
  formula: (x) => neg(build.softplus(neg(x))),
  summary: "the logarithm of sigmoid, below 0",
  cite: "PyTorch, torch.nn.LogSigmoid",
});

export const softsign = defineOnDemand({
  name: "softsign",
  family,
  formula: (x) => div(x, add(1, abs(x))),
  summary: "x over 1 + |x|, slower to saturate than tanh",
  cite: "Bergstra et al. 2009; Glorot & Bengio 2010",
});

export const arctan = defineOnDemand({
  name: "arctan",
  family,
  formula: (x) => build.atan(x),
  summary: "arc tangent, from -pi/2 to pi/2",
  cite: "Kamruzzaman & Aziz 2002, A note on activation function in multilayer feedforward learning",
});

export const isru = defineOnDemand({
  name: "isru",
  family,
  params: { alpha: { default: 1, min: 0 } },
  formula: (x, { alpha }) => div(x, sqrt(add(1, mul(alpha, pow(x, 2))))),
  summary: "inverse square root unit",
  cite: "Carlile et al. 2017, arXiv:1710.09967",
});
