import type { CatalogSources } from "./catalog-source.js";

export const hardSources: CatalogSources = {
  hardtanh: {
    year: 2004,
    cite: "Collobert 2004, Large scale machine learning",
    survey: "3.6.18",
    note: "Some transcriptions of the survey have the upper end 11, a footnote mark read as a digit.",
  },
  hardsigmoid: {
    year: 2015,
    cite: "Courbariaux et al. 2015, arXiv:1511.00363, with the slope 1/6 of PyTorch and Keras 3",
  },
  hardswish: {
    year: 2019,
    cite: "Howard et al. 2019, arXiv:1905.02244",
    survey: "3.6.20",
    aliases: [{ name: "hard_swish" }, { name: "hard_silu" }],
  },
  hardshrink: {
    year: 1994,
    cite: "Donoho & Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage",
    survey: "3.6.22",
    aliases: [{ name: "hard_shrink" }, { name: "thresholded_linear" }],
  },
  softshrink: {
    year: 1995,
    cite: "Donoho 1995, De-noising by soft-thresholding",
    survey: "3.6.23",
    aliases: [{ name: "soft_shrink" }],
  },
  sparse_sigmoid: {
    year: 2016,
    cite: "Keras, keras.activations.sparse_sigmoid; Martins & Astudillo 2016, arXiv:1602.02068",
    survey: "3.6.17",
    note: "(x + 1) / 2 held between 0 and 1: the survey's first hard sigmoid, that of binarized networks.",
  },
};
