import type { CatalogSources } from "./catalog-source.js";

export const sigmoidalCosineSources: CatalogSources = {
  cosine_squasher: {
    year: 1988,
    cite: "Gallant & White 1988, There exists a neural network that does not make avoidable mistakes",
    note: "Printed as (1 + cos(x + 3 pi / 2)) / 2 between -pi / 2 and pi / 2, which is (1 + sin(x)) / 2.",
  },
};
