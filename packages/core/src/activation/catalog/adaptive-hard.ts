import { definedFamily } from "./defined-family.js";

/** Hard gates and steps with learned parameters. */
export const adaptiveHard = definedFamily("hard", [
  {
    name: "adaptive_quadratic",
    params: {
      alpha: { default: 0.25, min: 0.001, trainable: true, per: "unit" },
      beta: { default: 0.5, trainable: true, per: "unit" },
    },
    formula: "x <= -beta / alpha ? 0 : x < (1 - beta) / alpha ? x * (alpha * x + beta) : x",
    summary: "x times a ramp with learned slope and height at 0",
  },
  {
    name: "scaled_hardswish",
    params: { beta: { default: 1, min: 0.01, trainable: true } },
    formula: "x <= -2.5 / beta ? 0 : x < 2.5 / beta ? x * (0.4 * beta * x + 1) : 2 * x",
    summary: "hardswish with slope 1 at 0 and a learned steepness",
  },
  {
    name: "react_sign",
    params: { threshold: { default: 0, trainable: true, per: "unit" } },
    formula: "x >= threshold ? 1 : x < threshold ? -1 : x",
    summary: "sign with a learned threshold",
  },
  {
    name: "trained_step",
    params: {
      slope: { default: -1, trainable: true, per: "unit" },
      shift: { default: 0, trainable: true, per: "unit" },
    },
    formula: "slope * x + shift <= 0 ? 1 : slope * x + shift > 0 ? 0 : x",
    summary: "1 where a learned line is not above 0, else 0",
  },
]);
