import { definedFamily } from "./defined-family.js";

export const parabolas = definedFamily("polynomial", [
  {
    name: "parabolic_cone",
    formula: "x * (2 - x)",
    summary: "a parabola that is above 0 only between 0 and 2",
  },
]);
