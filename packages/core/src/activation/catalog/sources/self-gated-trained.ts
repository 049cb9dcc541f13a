import type { CatalogSources } from "./catalog-source.js";

export const selfGatedTrainedSources: CatalogSources = {
  rmaf: {
    year: 2020,
    cite: "Yu et al. 2020, RMAF: relu-memristor-like activation function for deep learning",
    survey: "4.2.29",
    aliases: [{ name: "relu_memristor" }],
    note:
      "Printed as scale alpha x / (0.25 (1 + exp(-x)) + 0.75)^power. Since 0.25 + 0.75 is 1, that is x " +
      "times sigmoid(x + log(4)) to the power; written so, it does not overflow. The defaults of scale and " +
      "power are chosen here.",
  },
};
