import { definedFamily } from "./defined-family.js";

/** elu's shape by powers and roots. */
export const powerUnits = definedFamily("exponential", [
  {
    name: "polu",
    params: { power: { default: 1.5, min: 0.001 } },
    formula: "x > 0 ? x : expm1(-power * log1p(-x))",
    summary: "x above 0, a power that saturates at -1 below",
  },
  // x (1 + x / sqrt(1 + x^2)) / 2; below 0 without its cancellation.
  {
    name: "pflu",
    formula: "x > 0 ? 0.5 * x * (1 + x / sqrt(1 + x^2)) : 0.5 * x / (1 + x^2 - x * sqrt(1 + x^2))",
    summary: "x times a sigmoid made of a square root",
  },
  // x + x^2 / sqrt(1 + x^2) below 0, without its cancellation.
  {
    name: "fpflu",
    formula: "x > 0 ? x : x / (1 + x^2 - x * sqrt(1 + x^2))",
    summary: "x above 0, a dip that fades slowly below",
  },
  {
    name: "iplu",
    params: { power: { default: 1, min: 1 } },
    formula: "x < 0 ? 1 / (1 + (-x)^power) : x",
    summary: "x above 0, rising from 0 to 1 below",
  },
  {
    name: "xielu",
    params: {
      alpha_p: { default: 0.20338232, trainable: true, per: "layer" },
      alpha_n: { default: -1.05022561, trainable: true, per: "layer" },
      beta: { default: 0.5 },
    },
    formula:
      "x > 0 ? x * (softplus(alpha_p) * x + beta) : (beta + softplus(alpha_n)) * (expm1(x) - x) + beta * x",
    summary: "a learned parabola above 0, an integrated elu below",
  },
  {
    name: "xiprelu",
    params: {
      alpha_p: { default: 0.20338232, trainable: true, per: "layer" },
      alpha_n: { default: 0.20338232, trainable: true, per: "layer" },
      beta: { default: 0.5 },
    },
    formula: "x * (softplus(x > 0 ? alpha_p : alpha_n) * x + beta)",
    summary: "a learned parabola on each side, the integral of prelu",
  },
]);
