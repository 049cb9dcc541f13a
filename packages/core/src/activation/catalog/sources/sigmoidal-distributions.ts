import type { CatalogSources } from "./catalog-source.js";

const GOMES =
  "Gomes, Ludermir & Lima 2011, Comparison of new activation functions in neural network for forecasting " +
  "financial time series";

export const distributionSigmoidsSources: CatalogSources = {
  erf: {
    year: 1995,
    cite: "Saad & Solla 1995, On-line learning in soft committee machines; Williams 1997",
    note: "Saad and Solla have erf(x / sqrt(2)).",
  },
  probit: {
    year: 1934,
    cite: "Bliss 1934, The method of probits",
    survey: "3.2",
  },
  loglog: {
    year: 2011,
    cite: GOMES,
    survey: "3.2.20",
    aliases: [{ name: "gompertz" }],
  },
  complementary_loglog: {
    year: 2011,
    cite: GOMES,
    survey: "3.2.21",
    aliases: [{ name: "cloglog" }],
    note:
      "The survey prints 1 - exp(-exp(-x)), which falls from 1 to 0. The link function of that name, and " +
      "ai-on-browser, have exp(x) inside: it rises, as a sigmoid does.",
  },
  modified_complementary_loglog: {
    year: 2011,
    cite: GOMES,
    survey: "3.2.21",
    aliases: [{ name: "cloglogm" }],
    note: "The survey prints exp(-x) inside, which falls; ai-on-browser has exp(x).",
  },
  aranda_ordaz: {
    year: 1981,
    cite: "Aranda-Ordaz 1981, On two families of transformations to additivity for binary response data",
    survey: "3.20",
    aliases: [{ name: "adaptive_gumbel", survey: "4.16.7" }, { name: "agumb" }],
    note:
      "1 - (1 + lambda exp(x))^(-1 / lambda), written without overflow. torch_activation has lost the " +
      "division by lambda in the exponent. 2 is the value of Essai Ali et al. 2022. " +
      "AGumb trains lambda.",
  },
  sigmoid_gumbel: {
    year: 2022,
    cite: "Kaytan et al. 2022, Sigmoid-Gumbel: a new hybrid activation function",
    survey: "3.2.17",
    note:
      "Docstrings of torch_activation have the second factor in the denominator, 1 / (1 + exp(-x) " +
      "exp(-exp(-x))); its code and the transcriptions have the product.",
  },
  mega_laplace: {
    year: 2022,
    cite: "Ma et al. 2022, Mega: moving average equipped gated attention, arXiv:2209.10655",
    note:
      "Called laplace in Hugging Face, though it is a normal distribution function. mu is sqrt(1/2), sigma " +
      "sqrt(1 / (4 pi)): where x is mu, it has the value and slope of squared_relu.",
  },
};
