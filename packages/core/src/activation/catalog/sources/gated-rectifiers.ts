import type { CatalogSources } from "./catalog-source.js";

export const gatedRectifiersSources: CatalogSources = {
  dual_relu: {
    cite: "Godin et al., Dual rectified linear units for quasi-recurrent networks, arXiv:1707.08214",
    year: 2017,
    survey: "3.6.36",
  },
  dual_elu: {
    cite: "Godin et al., Dual rectified linear units for quasi-recurrent networks, arXiv:1707.08214",
    year: 2017,
    survey: "3.7.2",
  },
  pairwise_clipped_relu: {
    year: 2022,
    cite: "Stockfish, nnue-pytorch, documentation of the NNUE networks",
  },
};
