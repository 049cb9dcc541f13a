import * as build from "../../formula/build.js";
import { add, div, mul, pow } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "periodic";

export const sin = defineOnDemand({
  name: "sin",
  family,
  params: { omega: { default: 1 } },
  formula: (x, { omega }) => build.sin(mul(omega, x)),
  summary: "sine of omega x",
  cite: "Sitzmann et al. 2020, arXiv:2006.09661",
});

export const snake = defineOnDemand({
  name: "snake",
  family,
  params: { alpha: { default: 1, min: 0.001 } },
  formula: (x, { alpha }) => add(x, div(pow(build.sin(mul(alpha, x)), 2), alpha)),
  summary: "x plus a sine squared: grows and repeats",
  cite: "Ziyin et al. 2020, arXiv:2006.08195",
});
