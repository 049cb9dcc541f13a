import { definedFamily } from "./defined-family.js";

const SCALE = 1.0507009873554805;
const ALPHA = 1.6732632423543772;

export const exponentialVariants = definedFamily("exponential", [
  {
    name: "reu",
    formula: "x > 0 ? x : x * exp(x)",
    summary: "x above 0, a dip that fades below",
  },
  {
    name: "serlu",
    params: { scale: { default: 1.07862, min: 0 }, alpha: { default: 2.90427, min: 0 } },
    formula: "scale * (x > 0 ? x : alpha * x * exp(x))",
    summary: "a line above 0, a deep dip that fades below: keeps mean 0",
  },
  {
    name: "leaky_selu",
    params: { slope: { default: 0.1 } },
    formula: `${SCALE} * (x > 0 ? x : ${ALPHA} * expm1(x) + slope * x)`,
    summary: "selu plus a small slope below 0",
  },
  {
    name: "scaled_scaled_elu",
    params: { steepness: { default: 0.5, min: 0 } },
    formula: `${SCALE} * (x > 0 ? x : ${ALPHA} * expm1(steepness * x))`,
    summary: "selu with another steepness below 0",
  },
  {
    name: "elu_plus_one",
    formula: "x > 0 ? x + 1 : exp(x)",
    summary: "elu plus 1: above 0 everywhere",
  },
  {
    name: "difference_elu",
    params: { alpha: { default: 0.3, min: 0 }, beta: { default: 0.1, min: 0 } },
    formula: "x < 0 ? alpha * (x * exp(x) - beta * exp(beta * x)) : x",
    summary: "x above 0, two fading exponentials below",
  },
  {
    name: "rsigelu",
    params: { alpha: { default: 0.5, min: 0 } },
    formula: "x > 1 ? x + alpha * x * sigmoid(x) : x > 0 ? x : alpha * expm1(x)",
    summary: "elu below 0, x up to 1, x plus silu above",
  },
  {
    name: "rsigelud",
    params: { alpha: { default: 0.5, min: 0 }, beta: { default: 0.25, min: 0 } },
    formula: "x > 1 ? x + alpha * x * sigmoid(x) : x > 0 ? x : beta * expm1(x)",
    summary: "rsigelu with a scale of its own below 0",
  },
  {
    name: "hard_srelue",
    params: { alpha: { default: 0.5, min: 0 } },
    formula: "x > 0 ? x + alpha * x * min(0.5 * (x + 1), 1) : alpha * expm1(x)",
    summary: "x plus x times a hard sigmoid above 0, elu below",
  },
  {
    name: "elish",
    formula: "(x > 0 ? x : expm1(x)) * sigmoid(x)",
    summary: "elu times sigmoid",
  },
  {
    name: "hard_elish",
    formula: "(x > 0 ? x : expm1(x)) * min(max(0.5 * (x + 1), 0), 1)",
    summary: "elu times a hard sigmoid: 0 below -1",
  },
  {
    name: "sara",
    params: { alpha: { default: 0.5, min: 0.001 }, beta: { default: 0.7, min: 0 } },
    formula: "x > 0 ? x : x * sigmoid(beta * x - log(alpha))",
    summary: "x above 0, a swish below",
  },
  {
    name: "apical_dendrite",
    params: { decay: { default: 1, min: 0.001 }, shift: { default: 1, max: 10 } },
    formula: "x <= 0 ? 0 : x * exp(shift - decay * x)",
    summary: "0 below 0, a rise that fades above",
  },
  {
    name: "leaky_apical_dendrite",
    params: {
      decay: { default: 1, min: 0.001 },
      shift: { default: 1, max: 10 },
      slope: { default: 0.01 },
    },
    formula: "x > 0 ? x * exp(shift - decay * x) : slope * x",
    summary: "a rise that fades above 0, a small slope below",
  },
]);
