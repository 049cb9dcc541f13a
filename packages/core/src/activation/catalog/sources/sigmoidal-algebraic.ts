import type { CatalogSources } from "./catalog-source.js";

export const algebraicSigmoidsSources: CatalogSources = {
  elliott: {
    year: 1993,
    cite: "Elliott 1993, A better activation function for artificial neural networks",
    survey: "3.2.15",
  },
  modified_elliott: {
    year: 2015,
    cite:
      "Burhani, Feng & Hu 2015, Denoising autoencoder in neural networks with modified Elliott activation " +
      "function and sparsity-favoring cost function",
    survey: "3.8.11",
    aliases: [{ name: "mef" }],
    note:
      "The survey calls it isru translated, so that its range is -1/2 to 3/2 and not 0 to 1. torch_activation " +
      "has x / (sqrt(1 + x^2) + 2), which is no translation.",
  },
  rootsig: {
    year: 1999,
    cite: "Duch & Jankowski 1999, Survey of neural transfer functions",
    survey: "3.2.25",
  },
  mishra: {
    cite: "Mishra, as quoted by Kunc & Klema 2024",
    survey: "3.11",
    note: "torch_activation has lost the square and is softsign.",
  },
  arctan_golden: {
    year: 2022,
    cite:
      "Sivri, Akman & Berkol 2022, Multiclass classification using arctangent activation function and its " +
      "variations",
    survey: "3.2.4",
    aliases: [{ name: "arctangr" }],
    note:
      "Transcriptions of the survey divide by (1 + sqrt(2)) / 2, 1 + sqrt(2) or 1 + sqrt(2) / 2. GR is the " +
      "golden ratio, which the abstracts of the authors name beside pi and e; the survey lists it as another " +
      "divisor that they tried.",
  },
  smooth_step: {
    year: 2020,
    cite: "Hazimeh et al. 2020, The tree ensemble layer, arXiv:2002.07772",
    survey: "3.2.14",
    note:
      "torch_activation has the signs of both powers turned, PyZjr multiplies by powers of the width; both " +
      "jump at the ends.",
  },
  soft_clipping: {
    year: 2018,
    cite: "Klimek & Perelstein 2018, Neural network-based approach to phase space integration, arXiv:1810.11509",
    survey: "3.2.11",
    aliases: [{ name: "soft_clip" }],
    note: "The sharpness is torch_activation's; the smaller it is, the longer the corners.",
  },
  soft_root_sign: {
    year: 2020,
    cite: "Zhou et al. 2020, Soft-root-sign activation function, arXiv:2003.00547",
    survey: "3.2.10",
    aliases: [{ name: "srs" }, { name: "shape_autotuning_adaptive", survey: "4.17" }, { name: "saaaf" }],
    note:
      "The bounds keep beta below e alpha, beyond which the denominator has a zero. torch_activation has a " +
      "root of 1 + exp(-x / b) instead, ai-on-browser 3 and 2 for the paper's 2 and 3.",
  },
  sinc_sigmoid: {
    year: 2021,
    cite: "Koçak & Üstündağ Şiray 2021, New activation functions for single layer feedforward neural network",
    survey: "3.2.16",
    note:
      "The unnormalized sinc, sin(u) / u, which the derivative in the paper has by the survey. With the " +
      "normalized one it falls to 0. Far below 0, where both are 0, its series stands for the quotient.",
  },
  elliott2: {
    cite: "MATLAB, elliot2sig",
    aliases: [{ name: "elliot2sig" }],
    note:
      "sign(x) x^2 / (1 + x^2), by the derivative in its source; beyond 1 written so that it does not overflow. " +
      "MATLAB's elliotsig is softsign.",
  },
};
