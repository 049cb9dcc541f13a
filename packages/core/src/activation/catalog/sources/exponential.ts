import type { CatalogSources } from "./catalog-source.js";

export const exponentialSources: CatalogSources = {
  elu: {
    year: 2015,
    cite: "Clevert et al. 2015, arXiv:1511.07289",
    survey: "3.6.48",
    note: "The survey divides: (exp(x) - 1) / a below 0.",
  },
  celu: { year: 2017, cite: "Barron 2017, arXiv:1704.07483" },
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
