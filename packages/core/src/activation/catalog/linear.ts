import { definedFamily } from "./defined-family.js";

export const linear = definedFamily("linear", [
  {
    name: "identity",
    formula: "x",
    summary: "x itself: a linear layer",
  },
  {
    name: "tanhshrink",
    formula: "x - tanh(x)",
    summary: "x less its tanh: flat at 0",
  },
]);
