import type { CatalogSources } from "./catalog-source.js";

export const composedSources: CatalogSources = {
  evolved_tanh_relu: {
    year: 2021,
    cite:
      "Vijayaprabakaran & Sathiyamurthy 2021, Neuroevolution based hierarchical activation function for " +
      "long short-term model network",
    survey: "3.40.1",
    note:
      "A transcription of the survey has the scale before the sum, torch_activation before tanh alone; at 1 " +
      "they agree. The sum is used; the paper could not be read.",
  },
  kdac: {
    year: 2021,
    cite: "Wang et al. 2021, arXiv:2111.13858",
    survey: "3.45",
    aliases: [{ name: "knowledge_discovery_activation" }],
    note:
      "From the authors' code; the survey uses an h that it does not define. As there, smoothing adds a " +
      "quarter of itself above 0, so the value jumps by 0.0011 at 0. At its start it is nearly the line 0.1 " +
      "x.",
  },
  transformative_tanh: {
    year: 2021,
    cite:
      "Kunc & Kléma 2021, On transformative adaptive activation functions in neural networks for gene " +
      "expression inference",
    survey: "4.1",
    aliases: [
      { name: "taaf" },
      { name: "trainable_amplitude", survey: "4.3.2" },
      { name: "save_resonance_tanh", survey: "4.57" },
    ],
    note: "TAAF is this transformation of any activation; here of tanh. It starts as tanh. A trainable amplitude has beta = 1 and gamma = 0, SAVE's resonance delta = 0.",
  },
  dual_parametric_tanh: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092, after Balaji, Kavya & Sebastian 2019, arXiv:1912.10752",
    survey: "4.2.23",
    aliases: [{ name: "dpaf" }],
    note:
      "The survey's DPAF is this change to any activation; here to tanh. It starts with the values of " +
      "dual_line.",
  },
  fully_parameterized_relu_tanh: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.2.24",
    aliases: [{ name: "fpaf" }],
    note:
      "FPAF takes any two activations, one on each side of 0; here relu and tanh. It starts as x above 0 " +
      "and tanh below.",
  },
};
