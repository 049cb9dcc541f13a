import { definedFamily } from "./defined-family.js";

/** Distribution functions as activations, and what is made of them. */
export const distributionSigmoids = definedFamily("sigmoidal", [
  {
    name: "erf",
    formula: "erf(x)",
    summary: "the error function, from -1 to 1",
  },
  {
    name: "probit",
    formula: "0.5 * (1 + erf(x / sqrt(2)))",
    summary: "distribution function of a normal variate",
  },
  {
    name: "loglog",
    formula: "exp(-exp(-x))",
    summary: "from 0 to 1, late and steep: Gumbel's distribution function",
  },
  {
    name: "complementary_loglog",
    formula: "1 - exp(-exp(x))",
    summary: "loglog turned around: early, and 1 soon after 0",
  },
  {
    name: "modified_complementary_loglog",
    formula: "1 - 2 * exp(-0.7 * exp(x))",
    summary: "complementary_loglog stretched to run from -1 to 1",
  },
  {
    name: "aranda_ordaz",
    params: { lambda: { default: 2, min: 0.001 } },
    formula: "1 - exp(-softplus(x + log(lambda)) / lambda)",
    summary: "a sigmoid whose skewness is lambda; sigmoid for 1",
  },
  {
    name: "sigmoid_gumbel",
    formula: "sigmoid(x) * exp(-exp(-x))",
    summary: "sigmoid times loglog: near 0 until 0, then up to 1",
  },
  {
    name: "mega_laplace",
    params: {
      mu: { default: 0.7071067811865476 },
      sigma: { default: 0.28209479177387814, min: 0.001 },
    },
    formula: "0.5 * (1 + erf((x - mu) / (sigma * sqrt(2))))",
    summary: "a bounded squared_relu: a normal distribution function around mu",
  },
]);
