import { definedFamily } from "./defined-family.js";

/** Bumps with learned centers and widths. */
export const adaptiveRadial = definedFamily("radial", [
  {
    name: "adaptive_rbf",
    params: {
      center: { default: 0, trainable: true, per: "unit" },
      width: { default: 1, min: 0.01, trainable: true, per: "unit" },
    },
    formula: "exp(-0.5 * ((x - center) / width)^2)",
    summary: "a Gaussian bump with learned center and width",
  },
  {
    name: "exponential_distance",
    params: {
      alpha: { default: 1, min: 0, trainable: true, per: "unit" },
      center: { default: 0, trainable: true, per: "unit" },
    },
    formula: "exp(-alpha * abs(x - center))",
    summary: "a pointed bump that decays exponentially",
  },
  {
    name: "expcos",
    params: {
      alpha: { default: 1, min: 0, trainable: true },
      beta: { default: 1, trainable: true },
    },
    formula: "exp(-alpha * x^2) * cos(beta * x)",
    summary: "a cosine under a Gaussian bump",
  },
  {
    name: "mixture_of_gaussians",
    params: {
      scale_1: { default: 1, trainable: true, per: "unit" },
      mean_1: { default: -1, trainable: true, per: "unit" },
      deviation_1: { default: 1, min: 0.01, trainable: true, per: "unit" },
      scale_2: { default: 1, trainable: true, per: "unit" },
      mean_2: { default: 0, trainable: true, per: "unit" },
      deviation_2: { default: 1, min: 0.01, trainable: true, per: "unit" },
      scale_3: { default: 1, trainable: true, per: "unit" },
      mean_3: { default: 1, trainable: true, per: "unit" },
      deviation_3: { default: 1, min: 0.01, trainable: true, per: "unit" },
    },
    formula:
      "0.3989422804014327 * (scale_1 / deviation_1 * exp(-0.5 * ((x - mean_1) / deviation_1)^2) + " +
      "scale_2 / deviation_2 * exp(-0.5 * ((x - mean_2) / deviation_2)^2) + " +
      "scale_3 / deviation_3 * exp(-0.5 * ((x - mean_3) / deviation_3)^2))",
    summary: "a sum of three learned normal densities",
  },
]);
