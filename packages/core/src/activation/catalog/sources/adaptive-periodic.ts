import type { CatalogSources } from "./catalog-source.js";

export const adaptivePeriodicSources: CatalogSources = {
  sincos: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.40",
    note: "No published start was found.",
  },
  resonance_sine: {
    year: 2018,
    cite: "Ertuğrul 2018, A novel type of activation function in artificial neural networks",
    survey: "4.57",
    aliases: [{ name: "save_resonance_sine" }, { name: "trained_sine", survey: "4.56.4" }],
    note: "trained_sine has amplitude 1. Starts as sin.",
  },
  fourier_series: {
    year: 2020,
    cite: "Liao 2020, arXiv:2004.13271",
    survey: "4.48.11",
    aliases: [{ name: "fourier_series_activation" }, { name: "fsa" }],
    note: "Of rank 5, as in the paper. No published start was found; here it is near a triangle wave of slope 1 at 0.",
  },
};
