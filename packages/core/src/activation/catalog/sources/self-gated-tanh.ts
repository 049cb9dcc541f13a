import type { CatalogSources } from "./catalog-source.js";

const MERCIONI =
  "Mercioni, Tat & Holban 2020, Improving the accuracy of deep neural networks through developing new " +
  "activation functions";

export const mishRelativesSources: CatalogSources = {
  lisht: {
    year: 2019,
    cite: "Roy et al. 2019, LiSHT, arXiv:1901.05894",
    survey: "3.3.28",
  },
  tanhexp: {
    year: 2020,
    cite: "Liu & Di 2020, TanhExp, arXiv:2003.09855",
    survey: "3.3.31",
    aliases: [{ name: "hyperbolic_tangent_exponential_linear_unit" }],
    note: "Proposed again as TeLU by Fernandez and Mali 2024, arXiv:2412.20269.",
  },
  smish: {
    year: 2022,
    cite: "Wang, Ren & Wang 2022, Smish: a novel activation function for deep learning methods",
    survey: "3.3.30",
  },
  serf: {
    year: 2021,
    cite: "Nag et al. 2021, SERF, arXiv:2108.09598",
    survey: "3.3.32",
  },
  phish: {
    year: 2022,
    cite: "Naveen 2022, Phish: a novel hyper-optimizable activation function",
    survey: "3.3.16",
    note: "With the exact gelu.",
  },
  tangent_sigmoid_relu: {
    year: 2020,
    cite: MERCIONI,
    survey: "3.3.18",
    aliases: [{ name: "tsrelu" }],
  },
  tangent_bipolar_sigmoid_relu: {
    year: 2020,
    cite: MERCIONI,
    survey: "3.3.19",
    aliases: [{ name: "tbsrelu" }],
    note: "Even, and so no kind of relu. The bipolar sigmoid is tanh(x / 2).",
  },
  beta_mish: {
    year: 2019,
    cite: "Misra 2019, Echo, echoAI.Activation",
    note: "Defined as x tanh(log((1 + exp(x))^beta)). mish where beta is 1.",
  },
  mila: {
    year: 2019,
    cite: "Misra 2019, Echo, echoAI.Activation",
    note: "mish where beta is 0.",
  },
  self_arctan: {
    year: 2022,
    cite:
      "Sivri, Akman & Berkol 2022, Multiclass classification using arctangent activation function and its " +
      "variations",
    survey: "3.3.14",
  },
  rectified_hyperbolic_secant: {
    year: 2016,
    cite: "Samatin Njikam & Zhao 2016, A novel activation function for multilayer feed-forward neural networks",
    survey: "3.3.27",
    aliases: [{ name: "rehsec" }, { name: "resech" }],
  },
};
