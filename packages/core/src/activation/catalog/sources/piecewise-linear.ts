import type { CatalogSources } from "./catalog-source.js";

export const piecewiseLinearSources: CatalogSources = {
  absolute_value: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.25",
    aliases: [{ name: "vrelu" }, { name: "v_shaped_relu" }, { name: "modulus" }, { name: "abs" }],
  },
  pan: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.26",
    aliases: [{ name: "pan_function" }],
    note: "The size of softshrink. The survey gives no default; 1 was chosen here.",
  },
  mirrored_relu: {
    year: 2016,
    cite: "Zhao & Griffin 2016, Suppressing the unusual, arXiv:1603.05145",
    survey: "3.6.28",
    aliases: [{ name: "mrelu" }],
    note: "tent starts as this and trains the height.",
  },
  lsptlu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.29",
    aliases: [
      { name: "leaky_single_peaked_triangle" },
      { name: "lrtlu" },
      { name: "leaky_rectified_triangle_linear_unit" },
    ],
    note: "The slope 0.2 is the printed constant. The survey gives no peak; 1 was chosen here.",
  },
  cone: {
    year: 2024,
    cite: "Noel & Oswal 2024, A significantly better class of activation functions, arXiv:2405.04459",
    note: "The paper's general form is beta - |x - gamma|^alpha, here with 1, 1, 1.",
  },
  piecewise_linear_sigmoid: {
    cite: "Darknet, activation PLSE",
    aliases: [{ name: "plse" }],
    note: "Known from the library only.",
  },
};
