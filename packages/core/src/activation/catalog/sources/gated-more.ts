import type { CatalogSources } from "./catalog-source.js";

const HUANG = "Huang 2024, Expanded gating ranges improve activation functions, arXiv:2405.20768";
const FIRST_ORDER =
  "Of first order: the gate is not multiplied by its own input, as the paper has it where it expands the range.";

export const furtherGatedSources: CatalogSources = {
  gtu: {
    year: 2016,
    cite: "van den Oord et al. 2016, arXiv:1606.05328; Dauphin et al. 2016, arXiv:1612.08083",
    survey: "3.4.1",
  },
  bilinear: {
    year: 2020,
    cite: "Shazeer 2020, arXiv:2002.05202, after Mnih & Hinton 2007",
    aliases: [{ name: "simple_gate" }],
  },
  drelu: {
    year: 2024,
    cite: "Song et al. 2024, Turbo Sparse, arXiv:2406.05955",
    note: "Called dReLU there; other functions have this acronym.",
  },
  clamped_swiglu: {
    year: 2025,
    cite: "OpenAI 2025, gpt-oss-120b & gpt-oss-20b model card, arXiv:2508.10925",
    aliases: [{ name: "swiglu_oai" }],
    note: "The gate is held from above only, the value on both sides.",
  },
  relu6_glu: {
    year: 2024,
    cite: "Ma et al. 2024, Rewrite the stars, arXiv:2403.19967",
    note: "The star operation of StarNet.",
  },
  step_gated_linear: {
    year: 2019,
    cite: "Fiat, Malach & Shalev-Shwartz 2019, Decoupling gating from linearity, arXiv:1906.05032",
    note:
      "Called GaLU there, as other functions are. The second pre-activation gets no gradient; the paper " +
      "leaves its weights as they were drawn.",
  },
  arctan_glu: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "atglu" }],
    note: "Its second order, as geglu and swiglu are; the first is expanded_arctan_glu with alpha 0.",
  },
  expanded_arctan_glu: { year: 2024, cite: HUANG, aliases: [{ name: "xatglu" }], note: FIRST_ORDER },
  expanded_geglu: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "xgeglu" }],
    note: FIRST_ORDER,
  },
  expanded_swiglu: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "xswiglu" }],
    note: `${FIRST_ORDER} It starts as glu.`,
  },
};
