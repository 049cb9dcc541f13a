import { definedFamily } from "./defined-family.js";

export const radial = definedFamily("radial", [
  {
    name: "piecewise_mexican_hat",
    params: { center: { default: 4 } },
    formula: `x < 0
      ? 2 / (sqrt(3) * pi^0.25) * (1 - (x + center)^2) * exp(-(x + center)^2 / 2)
      : 2 / (sqrt(3) * pi^0.25) * (1 - (x - center)^2) * exp(-(x - center)^2 / 2)`,
    summary: "a Mexican hat around -center below 0, around center above",
  },
  {
    name: "piecewise_rbf",
    params: { knot: { default: 3, min: 0.001 }, width: { default: 1, min: 0.001 } },
    formula: `x >= knot ? exp(-((x - 2 * knot) / width)^2)
      : x <= -knot ? exp(-((x + 2 * knot) / width)^2)
      : exp(-(x / width)^2)`,
    summary: "three Gaussian bumps side by side, around -2 knot, 0 and 2 knot",
  },
  {
    name: "polyexp",
    params: {
      quadratic: { default: 1 },
      linear: { default: 1 },
      constant: { default: 1 },
      decay: { default: 1, min: 0.001 },
    },
    formula: "(quadratic * x^2 + linear * x + constant) * exp(-decay * x^2)",
    summary: "a parabola under a Gaussian",
  },
  {
    name: "wave",
    params: { decay: { default: 1, min: 0.001 } },
    formula: "(1 - x^2) * exp(-decay * x^2)",
    summary: "a bump at 0 between two dips",
  },
  {
    name: "tent",
    params: { height: { default: 1, min: 0.001, trainable: true, per: "unit" } },
    formula: "max(height - abs(x), 0)",
    summary: "a triangle around 0 whose height, half its width, is trained",
  },
  {
    name: "hat",
    params: { width: { default: 2, min: 0.001 } },
    formula: "max(min(x, width - x), 0)",
    summary: "a triangle from 0 to width: the linear B-spline",
  },
]);
