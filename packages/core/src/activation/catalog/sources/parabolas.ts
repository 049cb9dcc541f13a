import type { CatalogSources } from "./catalog-source.js";

export const parabolasSources: CatalogSources = {
  parabolic_cone: {
    year: 2024,
    cite: "Noel & Oswal 2024, A significantly better class of activation functions, arXiv:2405.04459",
    note: "The paper's general form is beta - |x - gamma|^alpha, here with 1, 1, 2.",
  },
};
