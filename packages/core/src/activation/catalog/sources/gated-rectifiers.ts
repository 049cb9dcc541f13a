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
  relu_times_relu: {
    year: 2024,
    cite: "Song et al. 2024, Turbo Sparse, arXiv:2406.05955",
    aliases: [{ name: "drelu_turbo_sparse" }],
    note: "Its authors call it dReLU.",
  },
  pairwise_clipped_relu: {
    year: 2022,
    cite: "Stockfish, nnue-pytorch, documentation of the NNUE networks",
  },
};
