import type { CatalogSources } from "./catalog-source.js";

const HUANG = "Huang 2024, Expanded gating ranges improve activation functions, arXiv:2405.20768";
const SEO =
  "Seo et al. 2024, SwishT: enhancing swish activation with tanh for improved neural network performance, " +
  "arXiv:2407.01012";

export const geluRelativesSources: CatalogSources = {
  symmetrical_gelu: {
    year: 2019,
    cite: "Yu & Su 2019, Symmetrical Gaussian error linear units, arXiv:1911.03925",
    survey: "3.3.2",
    aliases: [{ name: "sgelu" }],
    note: "No published alpha was found.",
  },
  cauchy_linear_unit: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.3.3",
    aliases: [{ name: "calu" }, { name: "atlu" }],
    note:
      "The arctan linear unit of Huang 2024, arXiv:2405.20768, is the same. Below -1 the arc tangent of 1 / x " +
      "stands for 1/2 plus that of x, whose terms cancel.",
  },
  laplace_linear_unit: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.3.4",
    aliases: [{ name: "lalu" }],
  },
  golu: {
    year: 2024,
    cite: "Kunc & Klema 2024, arXiv:2402.09092, as ExpExpish; Das et al. 2025, GoLU, arXiv:2502.03654",
    survey: "3.3.13",
    aliases: [{ name: "expexpish" }],
    note: "Two names, one function; the survey is older than the paper on GoLU.",
  },
  loglogish: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.3.12",
  },
  gish: {
    year: 2023,
    cite: "Kaytan, Aydilek & Yeroğlu 2023, Gish: a novel activation function for image classification",
    survey: "3.3.10",
  },
  collapsing_linear_unit: {
    year: 2021,
    cite: "Vagerwal 2021, Deeper learning with CoLU activation, arXiv:2112.12078",
    survey: "3.3.5",
    aliases: [{ name: "colu" }],
    note:
      "Printed as x / (1 - x exp(-(x + exp(x)))) and written here without overflow. The survey's heading has " +
      "LaLU by mistake.",
  },
  expanded_gelu: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "xgelu" }],
    note: "Starts as gelu.",
  },
  expanded_silu: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "xsilu" }],
    note: "Starts as silu.",
  },
  expanded_arctan_linear_unit: {
    year: 2024,
    cite: HUANG,
    aliases: [{ name: "xatlu" }],
    note: "Starts as cauchy_linear_unit.",
  },
  adaptive_generalized_linear_unit: {
    year: 2024,
    cite: "Alexandridis et al. 2024, Adaptive parametric activation, arXiv:2407.08567",
    aliases: [{ name: "aglu" }],
    note:
      "x times adaptive_parametric. The module AGLU of Ultralytics is adaptive_parametric itself. silu where " +
      "both parameters are 1; lambda starts at 1/2 here.",
  },
  swisht: { year: 2024, cite: SEO },
  swisht_a: { year: 2024, cite: SEO, note: "swisht_b and swisht_c with beta fixed at 1." },
  swisht_b: { year: 2024, cite: SEO, note: "Starts as swisht_a." },
  swisht_c: { year: 2024, cite: SEO, note: "Starts as swisht_a." },
  b_silu: {
    year: 2025,
    cite: "Horuz et al. 2025, The resurrection of the ReLU, arXiv:2505.22074",
    aliases: [{ name: "bsilu" }],
    note: "The paper uses its slope in the backward pass of relu; here it is the function itself.",
  },
  speculator: {
    year: 2019,
    cite: "Alsing et al. 2019, Speculator, arXiv:1911.11778",
    note: "Its authors draw both parameters from a normal distribution at the start; these are a choice.",
  },
};
