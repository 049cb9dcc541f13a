import { definedFamily } from "./defined-family.js";

export const coordinateWaves = definedFamily("periodic", [
  {
    name: "cos",
    params: { omega: { default: 1 } },
    formula: "cos(omega * x)",
    summary: "cosine of omega x",
  },
  {
    name: "exp_sin",
    params: { omega: { default: 1 } },
    formula: "exp(-sin(omega * x))",
    summary: "e to the power of a falling sine: sharp peaks, wide valleys",
  },
  {
    name: "finer",
    params: { omega: { default: 1 } },
    formula: "sin(omega * (abs(x) + 1) * x)",
    summary: "a sine whose frequency grows with |x|",
  },
  {
    name: "hosc",
    params: { sharpness: { default: 8, min: 0.001 } },
    formula: "tanh(sharpness * sin(x))",
    summary: "a sine with its peaks cut flat, near a square wave",
  },
  {
    name: "spder",
    // Without the guard the slope at 0 is 0 times that of the root, which is infinite.
    formula: "x == 0 ? 0 : sin(x) * sqrt(abs(x))",
    summary: "a sine that grows with the root of |x|",
  },
  {
    name: "snake_beta",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0.001, trainable: true, per: "unit" },
    },
    formula: "x + sin(alpha * x)^2 / beta",
    summary: "snake with frequency and height of its waves trained apart",
  },
  {
    name: "x_plus_sin",
    formula: "x + sin(x)",
    summary: "x plus its sine: rises in steps",
  },
]);
