import { definedFamily } from "./defined-family.js";

/** Smooth rectifiers and bowls with learned parameters. */
export const adaptiveSmooth = definedFamily("smooth", [
  {
    name: "bendable_linear",
    params: { beta: { default: 0.1, min: -1, max: 1, trainable: true, per: "unit" } },
    formula: "beta * (sqrt(x^2 + 1) - 1) + x",
    summary: "a line that bends by a learned amount",
  },
  {
    name: "rectified_bendable_linear",
    params: { beta: { default: 0.1, min: -1, max: 1, trainable: true, per: "unit" } },
    formula: "x <= 0 ? 0 : beta * (sqrt(x^2 + 1) - 1) + x",
    summary: "a learned bent line above 0, else 0",
  },
  {
    name: "parameterized_softplus",
    params: { shift: { default: 0.5, min: 0, max: 1, trainable: true, per: "unit" } },
    formula: "softplus(x) - shift",
    summary: "softplus moved down by a learned amount",
  },
  {
    name: "universal_activation",
    params: {
      rise: { default: 1.1, trainable: true, per: "layer" },
      shift: { default: -0.01, trainable: true, per: "layer" },
      curve: { default: 0, trainable: true, per: "layer" },
      fall: { default: -0.9, trainable: true, per: "layer" },
      offset: { default: 0, trainable: true, per: "layer" },
    },
    formula: "softplus(rise * shift + x * (rise + curve * x)) - softplus(fall * (x - shift)) + offset",
    summary: "a difference of two softplus, from step to relu to bump",
  },
  {
    name: "base_softplus",
    params: {
      base: { default: 2, min: 1.1, trainable: true, per: "unit" },
      rate: { default: 1, min: 0.1, trainable: true, per: "unit" },
    },
    formula: "softplus(rate * log(base) * x) / (rate * log(base))",
    summary: "softplus with a learned base and sharpness",
  },
  {
    name: "multiquadric",
    params: {
      center: { default: 0, trainable: true, per: "unit" },
      width: { default: 1, min: 0.001, trainable: true, per: "unit" },
    },
    formula: "width * sqrt(((x - center) / width)^2 + 1)",
    summary: "a hyperbola: |x| with a rounded tip",
  },
]);
