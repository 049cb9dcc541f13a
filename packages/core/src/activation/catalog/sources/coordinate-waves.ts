import type { CatalogSources } from "./catalog-source.js";

export const coordinateWavesSources: CatalogSources = {
  cos: { year: 2007, cite: "Rahimi & Recht 2007, Random features for large-scale kernel machines" },
  exp_sin: {
    year: 2021,
    cite: "Ramasinghe & Lucey 2021, Beyond periodicity, arXiv:2111.15135",
    note: "Made for networks of coordinates.",
  },
  finer: {
    year: 2023,
    cite: "Liu et al. 2023, FINER, arXiv:2312.02434",
    note:
      "Published with omega 30 for networks of coordinates, 1 here as for sin. The authors' code lets no " +
      "gradient through |x| + 1; here the slope is that of the formula.",
  },
  hosc: {
    year: 2024,
    cite: "Serrano, Szymkowiak & Musialski 2024, arXiv:2401.10967",
    note: "Made for networks of coordinates; the sharpness may also be trained.",
  },
  spder: {
    year: 2023,
    cite: "Shah & Sitawarin 2023, arXiv:2306.15242",
    note: "Made for networks of coordinates. The square root is the paper's usual damping.",
  },
  snake_beta: {
    year: 2022,
    cite: "Lee et al. 2022, BigVGAN, arXiv:2206.04658",
    note:
      "The authors' code trains the logarithms of alpha and beta, which start at 0; at its start it is " +
      "snake.",
  },
  x_plus_sin: {
    year: 2020,
    cite: "Ziyin et al. 2020, arXiv:2006.08195",
    note: "A function that the paper of snake compares with.",
  },
};
