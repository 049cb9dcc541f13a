import type { CatalogSources } from "./catalog-source.js";

export const exponentialSources: CatalogSources = {
  elu: {
    year: 2015,
    cite: "Clevert et al. 2015, arXiv:1511.07289",
    survey: "3.6.48",
    aliases: [{ name: "fast_exponential_linear", survey: "4.2.46" }, { name: "felu" }],
    note:
      "The survey divides: (exp(x) - 1) / a below 0. FELU writes 2^(x / ln 2) for exp(x), which is the same; its " +
      "alpha is trained.",
  },
  celu: { year: 2017, cite: "Barron 2017, arXiv:1704.07483", survey: "4.2.51" },
  selu: {
    year: 2017,
    cite: "Klambauer et al. 2017, arXiv:1706.02515",
    survey: "3.7.11",
    note: "With the exact constants; the survey rounds them to 1.05078 and 1.6733.",
  },
  exponential: { cite: "Keras, keras.activations.exponential" },
  gaussian: {
    year: 1988,
    cite: "Broomhead & Lowe 1988, Multivariable functional interpolation and adaptive networks",
  },
};
