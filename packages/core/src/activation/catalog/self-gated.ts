import { add, erf, mul, pow, sigmoid, softplus, tanh } from "../../formula/build.js";
import { defineOnDemand } from "../define-activation.js";

const family = "self-gated";
const ROOT_HALF = Math.sqrt(0.5);
const ROOT_TWO_OVER_PI = 0.7978845608028654;

export const gelu = defineOnDemand({
  name: "gelu",
  family,
  formula: (x) => mul(mul(0.5, x), add(1, erf(mul(ROOT_HALF, x)))),
  summary: "x times the normal distribution function of x, exact",
  cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415",
});

export const gelu_tanh = defineOnDemand({
  name: "gelu_tanh",
  family,
  formula: (x) => mul(mul(0.5, x), add(1, tanh(mul(ROOT_TWO_OVER_PI, add(x, mul(0.044715, pow(x, 3))))))),
  summary: "gelu by its tanh approximation",
  cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415",
});

export const quick_gelu = defineOnDemand({
  name: "quick_gelu",
  family,
  formula: (x) => mul(x, sigmoid(mul(1.702, x))),
  summary: "gelu by its sigmoid approximation",
  cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415",
});

export const silu = defineOnDemand({
  name: "silu",
  family,
  formula: (x) => mul(x, sigmoid(x)),
  summary: "x times its sigmoid",
  cite: "Elfwing et al. 2017, arXiv:1702.03118",
});

export const swish = defineOnDemand({
  name: "swish",
  family,
  params: { beta: { default: 1, trainable: true, per: "layer" } },
  formula: (x, { beta }) => mul(x, sigmoid(mul(beta, x))),
  summary: "silu with a learned steepness beta",
  cite: "Ramachandran et al. 2017, arXiv:1710.05941",
});

export const mish = defineOnDemand({
  name: "mish",
  family,
  formula: (x) => mul(x, tanh(softplus(x))),
  summary: "x times tanh of softplus",
  cite: "Misra 2019, arXiv:1908.08681",
});
