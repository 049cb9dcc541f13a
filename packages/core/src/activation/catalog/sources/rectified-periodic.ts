import type { CatalogSources } from "./catalog-source.js";

export const periodicRectifiersSources: CatalogSources = {
  sine_relu: {
    year: 2018,
    cite: "Rodrigues 2018, SineReLU, keras-contrib",
    survey: "3.6.7",
    note:
      "The survey and Echo print x above 0 and the wave below, which jumps by epsilon at 0. Used: the " +
      "larger of both, as in the author's own code, which is continuous. 0.0025 is the author's value.",
  },
  minsin: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.8",
    note: "One public transcription has the sides exchanged in words only; all compute min(x, sin(x)).",
  },
  variational_linear_unit: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.9",
    aliases: [
      { name: "vlu" },
      { name: "parametric_variational_linear_unit", survey: "4.2.62" },
      { name: "pvlu" },
    ],
    note: "No defaults are published; 1 and 1 are those of torch_activation. PVLU trains both.",
  },
};
