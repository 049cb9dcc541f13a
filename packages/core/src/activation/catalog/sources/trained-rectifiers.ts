import type { CatalogSources } from "./catalog-source.js";

const BALAJI =
  "Balaji, Kavya & Sebastian 2019, Learn-able parameter guided activation functions, arXiv:1912.10752";

export const trainedRectifiersSources: CatalogSources = {
  positive_prelu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.2.2",
    aliases: [{ name: "prelu_plus" }],
    note: "It starts as relu.",
  },
  react_prelu: {
    year: 2020,
    cite: "Liu et al. 2020, ReActNet, arXiv:2003.03488",
    survey: "4.2.5",
    aliases: [{ name: "rprelu" }],
    note:
      "Made for binary networks. Shifts start at 0, the slope at that of PyTorch's PReLU: it starts as " +
      "prelu.",
  },
  leaky_learnable_relu: {
    year: 2021,
    cite: "Maniatopoulos & Mitianoudis 2021, Learnable leaky ReLU (LeLeLU)",
    survey: "4.2.8",
    aliases: [{ name: "lelelu" }],
    note: "It starts as leaky_relu; a public implementation starts with scale 0.1.",
  },
  parametric_rectified_exponential_unit: {
    year: 2019,
    cite: "Ying et al. 2019, Rectified exponential units for convolutional neural networks",
    survey: "4.2.9",
    aliases: [{ name: "preu" }],
    note: "At its start, alpha = beta = 1, it is the rectified exponential unit (REU).",
  },
  flexible_relu: {
    year: 2017,
    cite: "Qiu, Xu & Cai 2017, arXiv:1706.08098",
    survey: "4.2.15",
    aliases: [{ name: "frelu" }],
    note:
      "One shift a layer, as the authors advise. It starts at 0, as relu. FReLU also names the funnel relu, " +
      "which reads neighboring pixels.",
  },
  adaptive_shifted_relu: {
    year: 2023,
    cite: "Pishchik 2023, Trainable activations for image classification, doi:10.20944/preprints202301.0463.v1",
    survey: "4.2.16",
    aliases: [{ name: "shilu" }],
    note: "It starts as relu; a public implementation starts with shift 1.",
  },
  star_relu: { year: 2022, cite: "Yu et al. 2022, arXiv:2210.13452", survey: "4.2.17" },
  attention_relu: {
    year: 2020,
    cite: "Chen, Li & Xu 2020, arXiv:2006.13858",
    survey: "4.2.19",
    aliases: [{ name: "arelu" }],
    note:
      "alpha is held between 0.01 and 0.99 and gets no gradient outside, as published. torch_activation " +
      "leaves the bounds out.",
  },
  dual_parametric_relu: {
    year: 2019,
    cite: BALAJI,
    survey: "4.2.20",
    aliases: [{ name: "dprelu" }, { name: "dp_relu" }, { name: "fully_parametric_relu" }],
    note:
      "At its start it is leaky_relu. The dynamic parametric relu of 2023, also DPReLU, adds a threshold " +
      "and a shift.",
  },
  dual_line: { year: 2019, cite: BALAJI, survey: "4.2.21" },
  pilu: {
    year: 2021,
    cite: "Inturrisi et al. 2021, Piecewise linear units improve deep neural networks, arXiv:2108.00700",
    survey: "4.2.22",
    note: "Start values are those of one public implementation: the paper's could not be read.",
  },
  elastic_prelu: {
    year: 2018,
    cite: "Jiang et al. 2018, Deep neural networks with elastic rectified linear units for object recognition",
    survey: "4.2.25",
    aliases: [{ name: "eprelu" }],
    note:
      "Published with one random slope per unit and epoch, and with every second epoch trained without; " +
      "here each element draws its own in each step. The default of spread is chosen here.",
  },
  ptelu: {
    year: 2017,
    cite:
      "Gupta & Duggal 2017, P-TELU: parametric tan hyperbolic linear unit activation for deep neural " +
      "networks",
    survey: "4.2.30",
    aliases: [
      { name: "parametric_tanh_linear_unit" },
      { name: "trelu", survey: "4.2.35" },
      { name: "trelu_2", survey: "4.2.35" },
    ],
    note: "At its start, alpha = beta = 1, it is x above 0 and tanh below. TReLU keeps alpha at 1, its second variant beta.",
  },
};
