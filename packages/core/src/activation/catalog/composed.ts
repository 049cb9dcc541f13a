import { definedFamily } from "./defined-family.js";

export const composed = definedFamily("composed", [
  {
    name: "evolved_tanh_relu",
    params: { scale: { default: 1 } },
    formula: "scale * (tanh(x^2) + max(x, 0))",
    summary: "relu plus tanh of the square: rises on both sides of 0",
  },
  {
    name: "kdac",
    params: {
      alpha: { default: 0.1, min: 0, trainable: true, per: "layer" },
      beta: { default: 0.1, min: 0, trainable: true, per: "layer" },
      smoothing: { default: 0.01, min: 0.0001 },
    },
    // A smooth maximum of u and v is max(u, v) + max(k - abs(u - v), 0)^2 / (4 * k); a minimum takes it away.
    formula: `x > 0 ? alpha * x + smoothing / 4
      : max(alpha * x, min(beta * x, tanh(x)) - max(smoothing - abs(beta * x - tanh(x)), 0)^2 / (4 * smoothing))
        + max(smoothing - abs(alpha * x - min(beta * x, tanh(x))
          + max(smoothing - abs(beta * x - tanh(x)), 0)^2 / (4 * smoothing)), 0)^2 / (4 * smoothing)`,
    summary: "smooth maximum of alpha x and of a smooth minimum of beta x and tanh",
  },
  {
    name: "transformative_tanh",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, trainable: true, per: "unit" },
      gamma: { default: 0, trainable: true, per: "unit" },
      delta: { default: 0, trainable: true, per: "unit" },
    },
    formula: "alpha * tanh(beta * x + gamma) + delta",
    summary: "tanh with scale and shift of input and output trained",
  },
  {
    name: "dual_parametric_tanh",
    params: {
      scale: { default: 1, trainable: true, per: "unit" },
      shift: { default: -0.22, trainable: true, per: "unit" },
    },
    formula: "(x > 0 ? scale * tanh(x) : tanh(x)) + shift",
    summary: "tanh with a trained scale above 0 and a trained shift",
  },
  {
    name: "fully_parameterized_relu_tanh",
    params: {
      positive_scale: { default: 1, trainable: true, per: "unit" },
      negative_scale: { default: 1, trainable: true, per: "unit" },
    },
    formula: "x > 0 ? positive_scale * x : negative_scale * tanh(x)",
    summary: "a line above 0, tanh below, each with a trained scale",
  },
]);
