import type { CatalogSources } from "./catalog-source.js";

export const periodicSources: CatalogSources = {
  sin: { year: 2020, cite: "Sitzmann et al. 2020, arXiv:2006.09661" },
  snake: { year: 2020, cite: "Ziyin et al. 2020, arXiv:2006.08195" },
};
