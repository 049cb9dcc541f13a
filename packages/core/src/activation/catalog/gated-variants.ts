import { definedFamily } from "./defined-family.js";

/** Gates of today's language models beyond glu. */
export const gatedVariants = definedFamily("gated", [
  {
    name: "squared_reglu",
    inputs: 2,
    formula: "x1 * max(x2, 0)^2",
    summary: "one pre-activation gated by the squared relu of another",
  },
  {
    name: "held_swiglu",
    inputs: 2,
    params: { limit: { default: 10, min: 0.001 } },
    formula: "min(max(x1, -limit), limit) * min(x2, limit) * sigmoid(min(x2, limit))",
    summary: "swiglu with both inputs held at a limit",
  },
]);
