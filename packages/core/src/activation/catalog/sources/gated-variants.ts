import type { CatalogSources } from "./catalog-source.js";

export const gatedVariantsSources: CatalogSources = {
  squared_reglu: {
    year: 2024,
    cite: "Wang, Ma & Wei 2024, BitNet a4.8, arXiv:2411.04965",
    aliases: [{ name: "relu2_glu" }],
    note: "The gate of BitNet b1.58 2B4T too, in its model code.",
  },
  held_swiglu: {
    year: 2025,
    cite: "GLM-5 and DeepSeek model code, setting swiglu_limit",
    note: "The gate is held from above only. The limit is 10 in those models.",
  },
};
