import { definedFamily } from "./defined-family.js";

export const radialBasis = definedFamily("radial", [
  {
    name: "laplacian",
    params: { width: { default: 1, min: 0.001 } },
    formula: "exp(-abs(x) / width)",
    summary: "a bump around 0 with a sharp tip",
  },
  {
    name: "inverse_quadratic",
    params: { scale: { default: 1 } },
    formula: "1 / (1 + (scale * x)^2)",
    summary: "a bump around 0 with long tails",
  },
  {
    name: "inverse_multiquadric",
    params: { scale: { default: 1 } },
    formula: "1 / sqrt(1 + (scale * x)^2)",
    summary: "a bump around 0 with the tails of 1 / |x|",
  },
  {
    name: "wendland",
    params: { width: { default: 1, min: 0.001 } },
    formula: "max(1 - abs(x) / width, 0)^4 * (4 * abs(x) / width + 1)",
    summary: "a smooth bump that is exactly 0 beyond width",
  },
  {
    name: "thin_plate_spline",
    // Without the guard the value at 0 is 0 times minus infinity.
    formula: "x == 0 ? 0 : x^2 * log(abs(x))",
    summary: "x^2 times the logarithm of |x|: two shallow dips, then growth",
  },
  {
    name: "bicentral",
    params: { width: { default: 1, min: 0 }, steepness: { default: 1 } },
    formula: "sigmoid(steepness * (x + width)) * sigmoid(steepness * (width - x))",
    summary: "a plateau between a rising and a falling sigmoid",
  },
  {
    name: "mexican_hat",
    formula: "2 / (sqrt(3) * pi^0.25) * (1 - x^2) * exp(-x^2 / 2)",
    summary: "the Mexican hat wavelet: a bump between two dips",
  },
  {
    name: "morlet",
    params: { omega: { default: 5 } },
    formula: "cos(omega * x) * exp(-x^2 / 2)",
    summary: "the Morlet wavelet: a cosine under a Gaussian",
  },
  {
    name: "gaussian_derivative",
    formula: "-x * exp(-x^2 / 2)",
    summary: "the slope of a Gaussian: a rise left of 0, a dip right of it",
  },
]);
