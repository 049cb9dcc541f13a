import type { CatalogSources } from "./catalog-source.js";

export const gatedSources: CatalogSources = {
  maxout: {
    year: 2013,
    cite: "Goodfellow et al. 2013, arXiv:1302.4389",
    survey: "4.47",
    aliases: [{ name: "max_feature_map" }],
  },
  glu: { year: 2016, cite: "Dauphin et al. 2016, arXiv:1612.08083", survey: "3.4" },
  geglu: { year: 2020, cite: "Shazeer 2020, arXiv:2002.05202", survey: "3.4.3" },
  swiglu: {
    year: 2020,
    cite: "Shazeer 2020, arXiv:2002.05202",
    survey: "3.4.4",
    note: "The survey trains the steepness of its swish; the paper's SwiGLU has it fixed at 1.",
  },
  reglu: { year: 2020, cite: "Shazeer 2020, arXiv:2002.05202", survey: "3.4.2" },
};
