import type { CatalogSources } from "./catalog-source.js";

export const logarithmicCurvesSources: CatalogSources = {
  parametric_softplus: {
    year: 2020,
    cite: "Sun et al. 2020, A convolutional neural network model based on improved softplus activation function",
    survey: "3.18",
    aliases: [{ name: "psoftplus" }],
  },
  soft_plus_plus: {
    year: 2020,
    cite:
      "Ciuparu, Nagy-Dăbâcan & Mureşan 2020, Soft++, a multi-parametric non-saturating non-linearity that " +
      "improves convergence in deep neural architectures",
    survey: "3.18.1",
    aliases: [{ name: "softpp" }],
  },
  symlog: {
    year: 2000,
    cite:
      "Bilski 2000, The backpropagation learning with logarithmic transfer function; Hafner et al. 2023, " +
      "arXiv:2301.04104",
    survey: "3.13",
    aliases: [{ name: "laf" }],
    note:
      "A transcription of the survey has log(x) + 1 and -log(-x) + 1, which is infinite at 0; the 1 belongs " +
      "inside the logarithm, as symlog has it.",
  },
  symexp: {
    year: 2023,
    cite: "Hafner et al. 2023, Mastering diverse domains through world models, arXiv:2301.04104",
    survey: "3.14",
    note: "Beyond 88 it leaves f32.",
  },
  seagull: {
    year: 2023,
    cite: "Gao et al. 2023, Data-aware customization of activation functions reduces neural network error",
    note: "From the paper, for data with such a symmetry; no second source was found.",
  },
  shifted_softplus: {
    year: 2017,
    cite: "Schütt et al. 2017, SchNet, arXiv:1706.08566",
    aliases: [{ name: "ssp" }],
    note: "parametric_softplus where alpha is 1.",
  },
};
