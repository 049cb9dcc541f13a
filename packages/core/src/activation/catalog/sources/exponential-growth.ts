import type { CatalogSources } from "./catalog-source.js";

export const exponentialGrowthSources: CatalogSources = {
  comb_h_sine: {
    year: 2022,
    cite:
      "Vijayaprabakaran & Sathiyamurthy 2022, Towards activation function search for long short-term model " +
      "network",
    survey: "3.25",
    aliases: [{ name: "combined_hyperbolic_sine" }],
    note:
      "sinh plus its inverse, as the abstract says; a PyTorch transcription reads the inverse as 1 / sinh. " +
      "Made for the gates of LSTMs: it grows exponentially on both sides and leaves f32 near 89.",
  },
  hyper_sinh: {
    year: 2020,
    cite: "Parisi et al. 2020, arXiv:2011.07661",
    survey: "3.27",
    note: "Grows exponentially above 0 and leaves f32 near 90. The slope jumps from 0 to 1/3 at 0.",
  },
  negative_exponential: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.39",
    note:
      "The survey's exponential is exp(-x); that of Keras, exponential here, is exp(x). Leaves f32 below " +
      "-88.",
  },
  e_tanh: {
    year: 2022,
    cite:
      "Kalaiselvi et al. 2022, E-Tanh: a novel activation function for image processing neural network " +
      "models",
    survey: "3.40",
    note:
      "Printed as scale exp(x) tanh(x). Grows exponentially above 0: 1097 times scale at 7; leaves f32 near " +
      "89. No published default was found: scale is 1 here.",
  },
};
