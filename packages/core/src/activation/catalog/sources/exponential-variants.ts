import type { CatalogSources } from "./catalog-source.js";

export const exponentialVariantsSources: CatalogSources = {
  reu: {
    year: 2019,
    cite: "Ying et al. 2019, Rectified exponential units for convolutional neural networks, IEEE Access 7",
    survey: "3.6.49",
    aliases: [{ name: "rectified_exponential_unit" }, { name: "suish", survey: "3.3.17" }],
    note: "Suish, max(x, x exp(-|x|)), is the same function.",
  },
  serlu: {
    year: 2018,
    cite: "Zhang & Li 2018, Effectiveness of scaled exponentially-regularized linear units, arXiv:1807.10117",
    survey: "3.7.13",
    aliases: [{ name: "scaled_exponentially_regularized_linear_unit" }],
    note:
      "The defaults keep mean 0 and variance 1, as those of selu. One transcription drops the factor x " +
      "below 0.",
  },
  leaky_selu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.12",
    aliases: [{ name: "lselu" }, { name: "leaky_scaled_elu" }],
    note:
      "Scale and alpha are those of selu. No slope is published that could be read; 0.1 is that of the " +
      "libraries.",
  },
  scaled_scaled_elu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.14",
    aliases: [{ name: "sselu" }],
    note: "Scale and alpha are those of selu; with steepness 1 it is selu. The default was chosen here.",
  },
  elu_plus_one: {
    year: 2020,
    cite: "Katharopoulos et al. 2020, Transformers are RNNs, arXiv:2006.16236",
    note: "The feature map of linear attention.",
  },
  difference_elu: {
    year: 2020,
    cite:
      "Hu et al. 2020, Improving convolutional neural network expression via difference exponentially " +
      "linear units",
    survey: "3.7.3",
    aliases: [{ name: "diffelu" }],
    note:
      "As every transcription of the survey prints it: it jumps by alpha beta at 0. Doubtful: the paper's " +
      "abstract says that it is above 0 for some negative x, which this never is. With x in the last term, too, " +
      "alpha (x exp(x) - beta x exp(beta x)), it would join at 0 and be above 0 left of log(beta) / (1 - beta); " +
      "no source has that. The paper could not be read.",
  },
  rsigelu: {
    year: 2021,
    cite: "Kiliçarslan & Celik 2021, RSigELU, Expert Systems with Applications 174",
    survey: "3.7.15",
    aliases: [{ name: "rsigelus" }],
    note:
      "As published: it jumps by alpha sigmoid(1) at 1. alpha multiplies the sigmoid; as its exponent, as " +
      "one transcription has it, alpha 0 would not give relu, as the text says.",
  },
  rsigelud: {
    year: 2021,
    cite: "Kiliçarslan & Celik 2021, RSigELU, Expert Systems with Applications 174",
    survey: "3.7.19",
    note:
      "rsigelu for equal alpha and beta. It jumps by alpha sigmoid(1) at 1. The paper has both between 0 " +
      "and 1; the defaults were chosen here.",
  },
  hard_srelue: {
    cite: "Kiliçarslan, HardSReLUE; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.16",
    note:
      "torch_activation once had the + x inside the hard sigmoid. The hard sigmoid is (x + 1) / 2 held " +
      "between 0 and 1. The default was chosen here.",
  },
  elish: {
    year: 2018,
    cite: "Basirat & Roth 2018, The quest for the golden activation function, arXiv:1808.00783",
    survey: "3.7.17",
  },
  hard_elish: {
    year: 2018,
    cite: "Basirat & Roth 2018, The quest for the golden activation function, arXiv:1808.00783",
    survey: "3.7.18",
    aliases: [{ name: "hardelish" }],
    note:
      "The survey prints 1 + exp(-x) for exp(x) - 1 below 0, which jumps by 1 at 0; Echo's code has exp(x " +
      "- 1). The hard sigmoid is (x + 1) / 2 held between 0 and 1; other code takes PyTorch's.",
  },
  sara: {
    cite: "Qureshi & Sarosh Umar, SaRa; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.53",
    aliases: [{ name: "swish_and_relu_activation" }],
    note:
      "The paper's formula is malformed; this is the survey's reading, x / (1 + alpha exp(-beta x)) below " +
      "0.",
  },
  apical_dendrite: {
    year: 2020,
    cite:
      "Georgescu et al. 2020, Non-linear neurons with human-like apical dendrite activations, " +
      "arXiv:2003.03229",
    survey: "3.6.50",
    aliases: [{ name: "apical_dendrite_activation" }, { name: "ada" }],
    note:
      "The transcriptions of the survey lack the factor x, so that it jumps at 0; the authors' code has " +
      "max(x, 0) exp(-decay x + shift). The code takes decays from 0.3 to 1 and shifts 0 and 1; it trains " +
      "the decay in one experiment.",
  },
  leaky_apical_dendrite: {
    year: 2020,
    cite:
      "Georgescu et al. 2020, Non-linear neurons with human-like apical dendrite activations, " +
      "arXiv:2003.03229",
    survey: "3.6.51",
    aliases: [{ name: "leaky_apical_dendrite_activation" }, { name: "lada" }],
    note: "As apical_dendrite; the slope 0.01 is the authors'.",
  },
};
