import { add, erf, max, mul, sigmoid } from "../../formula/build.js";
import type { Expr } from "../../formula/expr.js";
import { defineOnDemand } from "../define-activation.js";

const family = "gated";
const ROOT_HALF = Math.sqrt(0.5);

export const maxout = defineOnDemand({
  name: "maxout",
  family,
  params: { pieces: { default: 2, min: 2, max: 16, role: "inputs" } },
  formula: (x, _params, inputs) => inputs.slice(1).reduce<Expr>((largest, input) => max(largest, input), x),
  summary: "the largest of several pre-activations",
  cite: "Goodfellow et al. 2013, arXiv:1302.4389",
});

export const glu = defineOnDemand({
  name: "glu",
  family,
  inputs: 2,
  formula: "x1 * sigmoid(x2)",
  summary: "one pre-activation gated by the sigmoid of another",
  cite: "Dauphin et al. 2016, arXiv:1612.08083",
});

export const geglu = defineOnDemand({
  name: "geglu",
  family,
  inputs: 2,
  formula: (x, _params, [, gate = x]) => mul(x, mul(mul(0.5, gate), add(1, erf(mul(ROOT_HALF, gate))))),
  summary: "one pre-activation gated by the gelu of another",
  cite: "Shazeer 2020, arXiv:2002.05202",
});

export const swiglu = defineOnDemand({
  name: "swiglu",
  family,
  inputs: 2,
  formula: (x, _params, [, gate = x]) => mul(x, mul(gate, sigmoid(gate))),
  summary: "one pre-activation gated by the silu of another",
  cite: "Shazeer 2020, arXiv:2002.05202",
});

export const reglu = defineOnDemand({
  name: "reglu",
  family,
  inputs: 2,
  formula: "x1 * max(x2, 0)",
  summary: "one pre-activation gated by the relu of another",
  cite: "Shazeer 2020, arXiv:2002.05202",
});
