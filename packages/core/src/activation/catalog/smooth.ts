import * as build from "../../formula/build.js";
import { defineActivation } from "../define-activation.js";

export const softplus = defineActivation({
  name: "softplus",
  family: "smooth",
  formula: (x) => build.softplus(x),
  summary: "a smooth relu, log(1 + exp(x))",
  cite: "Dugas et al. 2001, Incorporating second-order functional knowledge for better option pricing",
});
