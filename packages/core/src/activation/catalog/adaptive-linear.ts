import { definedFamily } from "./defined-family.js";

export const adaptiveLinear = definedFamily("linear", [
  {
    name: "shifted_identity",
    params: { offset: { default: 0.1, trainable: true, per: "unit" } },
    formula: "x + offset",
    summary: "x plus a learned offset: a linear layer",
  },
]);
