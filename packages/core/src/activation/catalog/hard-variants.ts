import { definedFamily } from "./defined-family.js";

// min(max(x, …), …) has the slope 0 at its ends, as in hard.ts.
export const hardVariants = definedFamily("hard", [
  {
    name: "parametric_hardsigmoid",
    params: { slope: { default: 0.2 }, offset: { default: 0.5 } },
    formula: "min(max(slope * x + offset, 0), 1)",
    summary: "a line held between 0 and 1",
  },
  {
    name: "svhardtanh",
    params: { shift: { default: 0.5 } },
    formula: "min(max(x, -1), 1) + shift",
    summary: "hardtanh moved up by shift",
  },
  {
    name: "shhardtanh",
    params: { shift: { default: 0.5 } },
    formula: "min(max(x + shift, -1), 1)",
    summary: "hardtanh moved to the left by shift",
  },
]);
