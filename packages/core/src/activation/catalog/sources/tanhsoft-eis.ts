import type { CatalogSources } from "./catalog-source.js";

const TANHSOFT = "Biswas, Kumar, Banerjee & Pandey 2020, arXiv:2009.03863";
const EIS = "Biswas, Kumar, Banerjee & Pandey 2020, arXiv:2009.13501";

export const tanhsoftEisSources: CatalogSources = {
  tanhsoft: {
    year: 2020,
    cite: TANHSOFT,
    survey: "4.3.5",
    note:
      "delta = 0, where the logarithm is x itself, is tanhsoft_2 and outside the bounds here. The exponent is held " +
      "at 15, where tanh is 1, against overflow. The start is chosen here.",
  },
  tanhsoft_1: { year: 2020, cite: TANHSOFT, survey: "4.3.5" },
  tanhsoft_2: {
    year: 2020,
    cite: TANHSOFT,
    survey: "4.3.5",
    note: "The exponent is held at 15, where tanh is 1, against overflow.",
  },
  tanhsoft_3: {
    year: 2020,
    cite: TANHSOFT,
    survey: "4.3.5",
    note:
      "log(1 + exp(x) tanh(alpha x)). The survey derives it from the family with beta = 0 and delta = 1, which gives " +
      "tanhsoft_1; it is a function of its own. The start was not checked against the paper.",
  },
  eis_1: {
    year: 2020,
    cite: EIS,
    survey: "4.26",
    aliases: [{ name: "eis" }],
    note:
      "The family is x softplus(x)^alpha / (sqrt(beta + gamma x^2) + delta exp(-theta x)); a transcription of the " +
      "survey has the exponential under the root. Printed x for sqrt(x^2) in the denominator is kept. " +
      "The bounds keep the denominator above 0: delta theta > 1 / e.",
  },
  eis_2: { year: 2020, cite: EIS, survey: "4.26" },
  eis_3: {
    year: 2020,
    cite: EIS,
    survey: "4.26",
    note: "x / (1 + delta exp(-theta x)). No published start was found; that of eis_1 is used.",
  },
};
