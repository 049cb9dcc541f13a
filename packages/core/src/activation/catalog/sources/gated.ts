import type { CatalogSources } from "./catalog-source.js";

export const gatedSources: CatalogSources = {
  maxout: { year: 2013, cite: "Goodfellow et al. 2013, arXiv:1302.4389" },
  glu: { year: 2016, cite: "Dauphin et al. 2016, arXiv:1612.08083" },
  geglu: { year: 2020, cite: "Shazeer 2020, arXiv:2002.05202" },
  swiglu: { year: 2020, cite: "Shazeer 2020, arXiv:2002.05202" },
  reglu: { year: 2020, cite: "Shazeer 2020, arXiv:2002.05202" },
};
