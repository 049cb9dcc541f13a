import * as build from "../../formula/build.js";
import { defineActivation } from "../define-activation.js";

export const sigmoid = defineActivation({
  name: "sigmoid",
  family: "sigmoidal",
  formula: (x) => build.sigmoid(x),
  summary: "the logistic function, from 0 to 1",
  cite: "Rumelhart, Hinton & Williams 1986, Nature 323",
});

export const tanh = defineActivation({
  name: "tanh",
  family: "sigmoidal",
  formula: (x) => build.tanh(x),
  summary: "hyperbolic tangent, from -1 to 1",
  cite: "LeCun et al. 1998, Efficient BackProp",
});
