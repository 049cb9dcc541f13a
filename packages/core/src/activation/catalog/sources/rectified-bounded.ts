import type { CatalogSources } from "./catalog-source.js";

export const boundedRectifiersSources: CatalogSources = {
  bounded_relu: {
    year: 2016,
    cite:
      "Liew et al. 2016, Bounded activation functions for enhanced training stability of deep neural " +
      "networks",
    survey: "3.6.16",
    aliases: [{ name: "brelu", survey: "3.6.16" }, { name: "relun" }],
    note: "With high 6 it is relu6. BReLU is also the bipolar relu.",
  },
  bounded_leaky_relu: {
    year: 2016,
    cite:
      "Liew et al. 2016, Bounded activation functions for enhanced training stability of deep neural " +
      "networks",
    survey: "3.6.24",
    aliases: [{ name: "blrelu" }],
    note:
      "Not bounded: above high it goes on with the small slope. The survey gives no values; those of " +
      "leaky_relu and bounded_relu are the defaults. With slope 0.001 it is the lhtan of Darknet.",
  },
  squared_clipped_relu: {
    year: 2022,
    cite: "Stockfish, nnue-pytorch, documentation of the NNUE networks",
    aliases: [{ name: "screlu" }],
    note: "The engines compute it on integers; some scale it by 255/256.",
  },
};
