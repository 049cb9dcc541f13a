import { defineActivation } from "../define-activation.js";

export const identity = defineActivation({
  name: "identity",
  family: "linear",
  formula: (x) => x,
  summary: "x itself: a linear layer",
  cite: "linear model",
});
