import type { CatalogSources } from "./catalog-source.js";

export const adaptiveSigmoidalSources: CatalogSources = {
  shape_autotuning_sigmoid: {
    year: 1992,
    cite: "Yamada & Yabuta 1992, Neural network controller using autotuning method for nonlinear functions",
    survey: "4.3",
    note:
      "Printed 2 (1 - exp(-a x)) / (a (1 + exp(-a x))), the same as this. One library splits the fraction " +
      "wrongly and has a pole at 0.",
  },
  adaptive_slope_sigmoid: {
    year: 2011,
    cite: "Sharma & Chandra 2011, An adaptive sigmoidal activation function cascading neural networks",
    survey: "4.3.3",
    aliases: [{ name: "assf" }],
    note: "One slope for all layers in the paper, one for each layer here. Starts as sigmoid.",
  },
  adaptive_slope_tanh: {
    year: 2020,
    cite: "Jagtap, Kawaguchi & Karniadakis 2020, arXiv:1909.12228",
    survey: "4.16.1",
    aliases: [
      { name: "slope_varying_activation", survey: "4.3.4" },
      { name: "svaf" },
      { name: "locally_adaptive_activation", survey: "4.16" },
      { name: "laaf" },
    ],
    note:
      "laaf stands for g(n a x) with any g and a fixed n; this is tanh with n = 1, with sigmoid it is " +
      "adaptive_slope_sigmoid. Starts as tanh.",
  },
  parametric_sigmoid: {
    year: 2010,
    cite: "first of 2010 and 2021, as quoted by Kunc & Kléma 2024",
    survey: "4.3.6",
    aliases: [{ name: "psigmoid" }, { name: "scaled_logistic_sigmoid", survey: "4.28.1" }],
    note: "beta is one for the whole network in psigmoid. No published start was found; 1 and 1 are sigmoid.",
  },
  power_sigmoid: {
    year: 2004,
    cite: "Chandra & Singh 2004, An activation function adapting training algorithm",
    survey: "4.3.7",
    aliases: [{ name: "psf" }],
    note: "One power for the whole network in the paper. The start 2 is that of one library; 1 is sigmoid.",
  },
  stac_tanh: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.3.8",
    note: "No published start was found.",
  },
  tanhlu: {
    year: 2022,
    cite: "Shen et al. 2022, as quoted by Kunc & Kléma 2024",
    survey: "4.2.33",
    note: "No published start was found; with slope 0 it is a scaled tanh.",
  },
  gaussian_error_unit: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.12",
    aliases: [{ name: "geu" }],
    note: "With alpha = 1 it is the probit function. One alpha for the whole network in the paper.",
  },
  p_sig_ramp: {
    year: 2020,
    cite: "Jie, Gao, Vasnev & Tran 2020, arXiv:2007.13101",
    survey: "4.15",
    note: "The ramp is 0.5 + slope x held between 0 and 1, written over x so that f32 keeps its corners.",
  },
  scaled_softsign: {
    year: 2023,
    cite: "Pishchik 2023, Trainable activations for image classification",
    survey: "4.20",
    note: "No published start was found; 1 and 1 are softsign.",
  },
};
