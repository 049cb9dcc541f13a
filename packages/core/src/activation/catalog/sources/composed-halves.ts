import type { CatalogSources } from "./catalog-source.js";

const GUEVRAA = "Guevraa et al., as quoted by Kunc & Klema 2024";

export const composedHalvesSources: CatalogSources = {
  bipolar_sigmoid_tanh: {
    cite: GUEVRAA,
    survey: "3.2.26",
    note: "The survey lists this pair twice; the second may have been meant the other way round.",
  },
  rectified_bipolar_sigmoid: { cite: GUEVRAA, survey: "3.2.26" },
  rectified_tanh: { cite: GUEVRAA, survey: "3.2.26" },
  bipolar_sigmoid_linear: {
    cite: GUEVRAA,
    survey: "3.2.26",
    note: "No published slope was found; with 1/2 both sides meet without a kink.",
  },
  tanh_linear: {
    cite: GUEVRAA,
    survey: "3.2.26",
    note: "No published slope was found; with 1 both sides meet without a kink.",
  },
  nipuna: {
    year: 2023,
    cite: "Madhu et al. 2023, NIPUNA: a novel optimizer activation function for deep neural networks",
    note:
      "beta is 1 in the only public implementation that was found; SwishReLU, arXiv:2407.08232, is the " +
      "same function with that beta.",
  },
};
