import type { CatalogSources } from "./catalog-source.js";

export const tanhRectifiedSources: CatalogSources = {
  talu: {
    cite: "Mercioni & Holban, as quoted by Kunc & Kléma 2024",
    survey: "4.2.31",
    aliases: [{ name: "tangent_linear_unit" }],
    note: "No published start was found; that of ptalu is used.",
  },
  ptalu: {
    cite: "Mercioni & Holban, as quoted by Kunc & Kléma 2024",
    survey: "4.2.32",
    note:
      "It jumps at high, from tanh(1) to 1 at the start, in every source. high gets a gradient only " +
      "where a pre-activation equals it, so it stays.",
  },
  reltanh: {
    year: 2019,
    cite: "Wang et al. 2019, ReLTanh: an activation function with vanishing gradient resistance",
    survey: "4.2.36",
    aliases: [{ name: "rectified_linear_tanh" }],
  },
  erf_relu: {
    year: 2023,
    cite: "Rajanand & Singh 2023, arXiv:2306.01822",
    survey: "4.2.52",
    note: "One implementation fixes the factor at sqrt(pi)/2, where the slope at 0 does not jump.",
  },
  pfplus: {
    year: 2022,
    cite: "Duan, Yang & Dai 2022, A first power linear unit with sign",
    survey: "4.2.61",
    aliases: [{ name: "parametric_first_power_linear" }],
    note: "No published start was found; alpha = beta = 1 is fplus, so beta = 2 is used.",
  },
  silu_exponential_linear: {
    year: 2023,
    cite: "Pishchik 2023, Trainable activations for image classification",
    survey: "4.2.39",
    aliases: [{ name: "delu" }],
    note:
      "DELU stands for two functions; the other one is extended_elu. Its slope is 0.5 left of 0 and " +
      "slope + 1.5 right of it. Implementations start slope at 0, 0.5 and 1.",
  },
  soft_clipping_mish: {
    year: 2021,
    cite: "Mercioni & Holban 2021, Soft clipping mish: a novel activation function for deep learning",
    survey: "4.2.40",
    aliases: [{ name: "scl_mish" }, { name: "sc_mish" }],
    note: "sc_mish is alpha = 1, not trained; scl_mish starts at 0.25 and is trained.",
  },
  flatten_p_mish: {
    year: 2022,
    cite: "Mondal & Shrivastava 2022, A novel parametric flatten-p mish activation function",
    survey: "4.11",
    aliases: [{ name: "pfpm" }],
    note: "One library adds the offset twice; here it is added once, on both sides. No published start was found.",
  },
  repsu: {
    year: 2021,
    cite: "Atto, Galichet, Pastor & Meger 2021, arXiv:2101.09948",
    survey: "4.2.58",
    aliases: [{ name: "rectified_parametric_sigmoid" }, { name: "repsku" }, { name: "repshu" }],
    note:
      "repsku is mix = 1, repshu mix = 0. Printed is 2 x - repsku for repshu, which jumps at a threshold " +
      "other than 0; 2 (x - threshold) - repsku is used. Sources scale the power as (|u| / scale)^power or " +
      "as |u|^power / scale: the same curves. mix = 0.5 is relu; the start is chosen here.",
  },
};
