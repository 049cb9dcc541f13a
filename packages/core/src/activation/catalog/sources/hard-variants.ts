import type { CatalogSources } from "./catalog-source.js";

export const hardVariantsSources: CatalogSources = {
  parametric_hardsigmoid: {
    cite: "ONNX, operator HardSigmoid; Theano and Keras 2, hard_sigmoid",
    survey: "3.6.17",
    aliases: [{ name: "hard_sigmoid_onnx" }, { name: "hard_sigmoid_keras2" }],
    note:
      "Three functions are called hard sigmoid: 0.2 x + 0.5 (the default here), x / 6 + 1/2 (hardsigmoid) " +
      "and (x + 1) / 2 (sparse_sigmoid).",
  },
  svhardtanh: {
    cite: "Kim et al., shifted HardTanh; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.19",
    aliases: [{ name: "vertically_shifted_hardtanh" }],
    note: "No default is published; 0.5 was chosen here.",
  },
  shhardtanh: {
    cite: "Kim et al., shifted HardTanh; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.19",
    aliases: [{ name: "horizontally_shifted_hardtanh" }],
    note:
      "torch_activation prints x between the ends, which jumps there; x + shift joins them. No default is " +
      "published; 0.5 was chosen here.",
  },
};
