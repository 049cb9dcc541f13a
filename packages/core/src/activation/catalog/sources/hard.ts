import type { CatalogSources } from "./catalog-source.js";

export const hardSources: CatalogSources = {
  hardtanh: { year: 2004, cite: "Collobert 2004, Large scale machine learning" },
  hardsigmoid: {
    year: 2015,
    cite: "Courbariaux et al. 2015, arXiv:1511.00363, with the slope 1/6 of PyTorch and Keras 3",
  },
  hardswish: { year: 2019, cite: "Howard et al. 2019, arXiv:1905.02244" },
  hardshrink: { year: 1994, cite: "Donoho & Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage" },
  softshrink: { year: 1995, cite: "Donoho 1995, De-noising by soft-thresholding" },
  sparse_sigmoid: {
    year: 2016,
    cite: "Keras, keras.activations.sparse_sigmoid; Martins & Astudillo 2016, arXiv:1602.02068",
  },
};
