import { definedFamily } from "./defined-family.js";

export const sigmoidalCosine = definedFamily("sigmoidal", [
  {
    name: "cosine_squasher",
    formula: "x < -pi / 2 ? 0 : x > pi / 2 ? 1 : (1 + sin(x)) / 2",
    summary: "half a wave from 0 to 1, exactly flat on both sides",
  },
]);
