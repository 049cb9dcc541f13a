import type { CatalogSources } from "./catalog-source.js";

export const periodicSources: CatalogSources = {
  sin: {
    year: 2020,
    cite: "Sitzmann et al. 2020, arXiv:2006.09661",
    survey: "3.29",
    aliases: [{ name: "sine" }],
    note:
      "The survey's sine is sin(pi x), with omega = pi. Sitzmann et al. use omega = 30 for networks of " +
      "coordinates.",
  },
  snake: { year: 2020, cite: "Ziyin et al. 2020, arXiv:2006.08195" },
};
