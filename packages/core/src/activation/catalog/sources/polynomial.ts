import type { CatalogSources } from "./catalog-source.js";

export const polynomialSources: CatalogSources = {
  non_monotonic_cubic_unit: {
    year: 2021,
    cite: "Noel et al. 2021, arXiv:2111.04020",
    survey: "3.42",
    aliases: [{ name: "ncu" }],
  },
  triple: {
    year: 2014,
    cite: "Chen & Manning 2014, A fast and accurate dependency parser using neural networks",
    survey: "3.43",
    aliases: [{ name: "cube" }],
    note:
      "The cube activation of Chen & Manning; later named triple, with a scale of 0.1, 0.5, 1 or 2, of " +
      "which 1 did best.",
  },
  shifted_quadratic_unit: {
    year: 2021,
    cite: "Noel et al. 2021, arXiv:2111.04020",
    survey: "3.44",
    aliases: [{ name: "squ" }],
  },
  square: {
    year: 2016,
    cite: "Gilad-Bachrach et al. 2016, CryptoNets: applying neural networks to encrypted data",
    note: "Chosen there because encrypted numbers can be multiplied.",
  },
  parameterized_cone: {
    year: 2024,
    cite: "Noel & Oswal 2024, arXiv:2405.04459",
    note:
      "Power 1 is the cone, power 2 the parabolic cone of the same paper; the default between them is " +
      "chosen here.",
  },
};
