import type { CatalogSources } from "./catalog-source.js";

export const powerUnitsSources: CatalogSources = {
  polu: {
    year: 2018,
    cite: "Li, Ding & Li 2018, Training neural networks by using power linear units, arXiv:1802.00212",
    survey: "3.7.6",
    aliases: [{ name: "power_linear_unit" }],
    note: "The authors used 1, 1.5 and 2; with 1 it is sign_relu with alpha 1.",
  },
  pflu: {
    year: 2021,
    cite: "Zhu et al. 2021, PFLU and FPFLU, Neurocomputing 429",
    survey: "3.7.7",
    aliases: [{ name: "power_function_linear_unit" }],
  },
  fpflu: {
    year: 2021,
    cite: "Zhu et al. 2021, PFLU and FPFLU, Neurocomputing 429",
    survey: "3.7.8",
    aliases: [{ name: "faster_power_function_linear_unit" }],
    note:
      "x + x^2 / sqrt(1 + x^2) below 0, twice pflu. PyZjr has x + x / (2 sqrt(1 + x^2)), which does not " +
      "fade.",
  },
  iplu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.5",
    aliases: [{ name: "inverse_polynomial_linear_unit" }],
    note:
      "As every transcription of the survey prints it: it jumps from 1 to 0 at 0. Doubtful; 1 less would " +
      "join the pieces, and be sign_relu for power 1. The paper was not found. Powers below 1, whose " +
      "slope has no bound at 0, are not allowed. The default was chosen here.",
  },
  xielu: {
    year: 2024,
    cite: "Huang & Schlag 2024, Deriving activation functions using integration, arXiv:2411.13010",
    note:
      "The curvatures are softplus(alpha_p) and beta + softplus(alpha_n), both 0.8 at the start, as in " +
      "the authors' code.",
  },
  xiprelu: {
    year: 2024,
    cite: "Huang & Schlag 2024, Deriving activation functions using integration, arXiv:2411.13010",
    note:
      "The curvatures are softplus(alpha_p) and softplus(alpha_n), both 0.8 at the start, as in the " +
      "authors' code; equal ones give a parabola.",
  },
};
