import type { CatalogSources } from "./catalog-source.js";

export const hardStepsSources: CatalogSources = {
  binary_step: {
    year: 1943,
    cite: "McCulloch & Pitts 1943, A logical calculus of the ideas immanent in nervous activity",
    survey: "3.1",
    aliases: [{ name: "heaviside" }],
    note: "Every unit is dead: layers below it do not learn by gradients. 1 at 0.",
  },
  sign: {
    year: 1958,
    cite: "Rosenblatt 1958, The perceptron",
    survey: "3.1",
    note: "Every unit is dead: layers below it do not learn by gradients. 0 at 0.",
  },
  clipped_gelu: {
    year: 2020,
    cite: "Wu et al. 2020, Integer quantization for deep learning inference, arXiv:2004.09602",
    aliases: [{ name: "gelu_10" }],
    note: "The bounds are those of Hugging Face's gelu_10.",
  },
  parameterized_clipping: {
    year: 2018,
    cite: "Choi et al. 2018, PACT: parameterized clipping activation for quantized neural networks, arXiv:1805.06085",
    aliases: [{ name: "pact" }],
    note:
      "Without the quantization that follows it there. Public implementations start alpha at 5 to 10. The " +
      "paper decays alpha: give weight_decay.",
  },
};
