import type { CatalogSources } from "./catalog-source.js";

export const adaptiveSmoothSources: CatalogSources = {
  bendable_linear: {
    year: 2019,
    cite: "Godfrey 2019, An evaluation of parametric activation functions for deep learning",
    survey: "4.2.37",
    aliases: [{ name: "blu" }],
    note:
      "beta (sqrt(x^2 + 1) - 1) + x; one library loses the parentheses. beta = 0.5 is bent_identity. The start is " +
      "that of one library; 0 is the identity.",
  },
  rectified_bendable_linear: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.2.38",
    aliases: [{ name: "reblu" }],
    note: "No published start was found; that of bendable_linear is used.",
  },
  parameterized_softplus: {
    year: 2021,
    cite: "Vargas et al. 2021, Activation functions for convolutional neural networks",
    survey: "4.21",
    aliases: [{ name: "s_plus_2l" }, { name: "s_plus_2" }],
    note: "s+2 is the same with a fixed shift. shift = log(2) is the shifted softplus. No published start was found.",
  },
  universal_activation: {
    year: 2020,
    cite: "Yuen, Hoang, Dong & Lu 2020, arXiv:2011.03842",
    survey: "4.22",
    aliases: [{ name: "uaf" }],
    note:
      "The start is that of the authors' code for graphs, near the identity; for MNIST it is 30 and 29 for rise and " +
      "fall, near relu, where f32 loses digits. Transcriptions start at a difference of two equal terms, 0 everywhere.",
  },
  base_softplus: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.24",
    aliases: [{ name: "generalized_relu" }],
    note: "log(1 + base^(rate x)) / (rate log(base)): a softplus of sharpness rate log(base). No published start was found.",
  },
  multiquadric: {
    year: 2018,
    cite: "Ertuğrul 2018, A novel type of activation function in artificial neural networks",
    survey: "4.25",
    aliases: [{ name: "maf" }, { name: "trained_multiquadric", survey: "4.56.4" }],
    note: "No published start was found.",
  },
};
