import type { CatalogSources } from "./catalog-source.js";

export const sigmoidBumpsSources: CatalogSources = {
  sigmoid_derivative: {
    year: 2021,
    cite: "Koçak & Üstündağ Şiray 2021, New activation functions for single layer feedforward neural network",
    survey: "3.3.9",
    aliases: [{ name: "dsigmoid" }],
    note: "Printed as exp(-x) sigmoid(x)^2, which is this and overflows.",
  },
  cauchy: {
    year: 2024,
    cite: "Li, Xia & Zhang 2024, Cauchy activation function and XNet, arXiv:2409.19221",
    note: "Public implementations start odd and even at 1 or at 0.01, width at 1.",
  },
  symmetric_gaussian: {
    year: 2003,
    cite: "Nissen 2003, Implementation of a fast artificial neural network library (FANN)",
    note: "FANN_GAUSSIAN_SYMMETRIC with steepness 1.",
  },
};
