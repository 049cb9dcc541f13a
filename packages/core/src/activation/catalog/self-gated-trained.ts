import { definedFamily } from "./defined-family.js";

export const selfGatedTrained = definedFamily("self-gated", [
  {
    name: "rmaf",
    params: {
      alpha: { default: 1, trainable: true, per: "unit" },
      scale: { default: 1 },
      power: { default: 1, min: 0 },
    },
    formula: "scale * alpha * x * exp(-power * softplus(-x - log(4)))",
    summary: "x times a power of a sigmoid that is moved by log(4)",
  },
]);
