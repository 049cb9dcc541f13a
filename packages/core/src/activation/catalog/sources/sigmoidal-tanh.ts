import type { CatalogSources } from "./catalog-source.js";

export const tanhSigmoidsSources: CatalogSources = {
  scaled_tanh: {
    year: 1989,
    cite: "LeCun 1989, Generalization and network design strategies; LeCun et al. 1998, Efficient BackProp",
    survey: "3.2.3",
    aliases: [{ name: "stanh" }, { name: "lecun_tanh" }, { name: "generalized_tanh", survey: "4.3.1" }],
    note: "The generalized tanh a (1 - exp(-b x)) / (1 + exp(-b x)) has slope = b / 2 and trains both.",
  },
  twisted_tanh: {
    year: 1998,
    cite: "LeCun et al. 1998, Efficient BackProp",
    note: "The paper gives no slope, only that it is small.",
  },
  penalized_tanh: {
    year: 2016,
    cite: "Xu, Huang & Li 2016, Revise saturated activation functions, arXiv:1602.05980",
    survey: "3.2.9",
    aliases: [{ name: "ptanh" }],
    note: "The survey divides by a above 1; the paper multiplies, by 0.25.",
  },
  dynamic_tanh: {
    year: 2025,
    cite: "Zhu et al. 2025, Transformers without normalization, arXiv:2503.10622",
    aliases: [{ name: "dyt" }],
    note: "Meant as a layer in place of a normalization, before which no activation stands.",
  },
  dynamic_erf: {
    year: 2025,
    cite: "Chen et al. 2025, Stronger normalization-free transformers, arXiv:2512.10938",
    aliases: [{ name: "derf" }],
    note: "Meant as a layer in place of a normalization, as dynamic_tanh.",
  },
  new_sigmoid: {
    cite: "Kumar & Sodhi, as quoted by Kunc & Klema 2024",
    survey: "3.2.18",
    aliases: [{ name: "newsigmoid" }],
    note:
      "Printed as (exp(x) - exp(-x)) / sqrt(2 (exp(2x) + exp(-2x))); the docstring of torch_activation lacks " +
      "the root. This form is equal and does not overflow.",
  },
  root2sigmoid: {
    cite: "Kumar & Sodhi, as quoted by Kunc & Klema 2024",
    survey: "3.2.19",
    note:
      "The survey corrects what the paper prints so that it fits the paper's own numbers; with r the root of " +
      "2 it has (r^x - r^-x) / (2 r sqrt(2 (r^2x + r^-2x))), written here without overflow. PyZjr nests " +
      "the roots, which grows without bound.",
  },
  hexpo: {
    year: 2017,
    cite: "Kong & Takatsuka 2017, Hexpo: a vanishing-proof activation function",
    survey: "3.2.12",
    note:
      "Transcriptions of the survey have exp(-x / d) below 0, which grows exponentially; exp(x / d), as " +
      "ai-on-browser has it, saturates. All four parameters are 1 there, too.",
  },
  self_scalable_tanh: {
    year: 2022,
    cite: "Gnanasambandam et al. 2022, Self-scalable tanh (Stan), arXiv:2204.12589",
    aliases: [{ name: "stan" }],
    note: "Some public code has x tanh(beta x) under this name.",
  },
};
