import type { CatalogSources } from "./catalog-source.js";

export const smoothSources: CatalogSources = {
  softplus: {
    year: 2001,
    cite: "Dugas et al. 2001, Incorporating second-order functional knowledge for better option pricing",
    survey: "3.17",
  },
  squareplus: { year: 2021, cite: "Barron 2021, arXiv:2112.11687", survey: "4.55.1" },
  sparse_plus: {
    year: 2016,
    cite: "Keras, keras.activations.sparse_plus; Martins & Astudillo 2016, arXiv:1602.02068",
  },
  bent_identity: { year: 2015, cite: "Godfrey & Gashler 2015; folklore", survey: "3.10" },
  isrlu: { year: 2017, cite: "Carlile et al. 2017, arXiv:1710.09967", survey: "3.8.9" },
};
