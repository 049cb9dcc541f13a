import type { CatalogSources } from "./catalog-source.js";

const PISHCHIK = "Pishchik 2023, Trainable activations for image classification";

export const adaptiveSelfGatedSources: CatalogSources = {
  adaptive_hybrid: {
    year: 2022,
    cite: "Bodyanskiy & Kostiuk 2022, Adaptive hybrid activation function for deep neural networks",
    survey: "4.4.2",
    aliases: [{ name: "ahaf" }, { name: "pstanh", survey: "4.16.2" }],
    note: "pstanh is a x (1 + tanh(b x)): alpha = 2 a, beta = 2 b. Starts as silu.",
  },
  shifted_silu: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.4.3",
    aliases: [{ name: "pssilu" }, { name: "parametric_shifted_silu" }],
    note: "No published start was found; beta = 0 is swish.",
  },
  e_swish: {
    year: 2018,
    cite: "Alcaide 2018, arXiv:1801.07145",
    survey: "4.4.4",
    note: "The paper recommends beta between 1 and 2. adaptive_hybrid with beta = 1 is the same.",
  },
  acon_b: {
    year: 2021,
    cite: "Ma, Zhang, Liu & Sun 2021, arXiv:2009.04759",
    survey: "4.4.5",
    note: "No start of beta is given for this one; that of acon_c is used.",
  },
  acon_c: {
    year: 2021,
    cite: "Ma, Zhang, Liu & Sun 2021, arXiv:2009.04759",
    survey: "4.4.6",
    note: "Starts as silu.",
  },
  parametric_swish: {
    year: 2020,
    cite: "Mercioni & Holban 2020, P-Swish: activation function with learnable parameters based on Swish",
    survey: "4.2.42",
    aliases: [{ name: "p_swish" }, { name: "tunable_swish", survey: "4.2.57" }, { name: "t_swish" }],
    note: "It jumps at a threshold other than 0; the threshold gets no gradient. T-swish is the same function.",
  },
  psgu: {
    cite: "Li et al., as quoted by Kunc & Kléma 2024",
    survey: "4.4.7",
    aliases: [{ name: "parameterized_self_circulating_gating" }, { name: "ts_relu_learnable" }],
    note: "The start 0.5 is that of Mercioni, Tat & Holban 2020, who call it TSReLU learnable.",
  },
  tbs_relu_learnable: {
    year: 2020,
    cite: "Mercioni, Tat & Holban 2020, Improving the accuracy of deep neural networks",
    survey: "4.4.8",
    note: "Printed with (1 - exp(-x)) / (1 + exp(-x)), which is tanh(x / 2).",
  },
  pats: {
    year: 2020,
    cite: "Zheng & Wang 2020, PATS: a new neural network activation function with parameter",
    survey: "4.4.9",
    note:
      "The scale is drawn between 1/2 and 3/4 in training. What holds in evaluation is not published: " +
      "the mean 5/8 is used, which later work keeps fixed.",
  },
  sinlu: { year: 2022, cite: "Paul et al. 2022, SinLU: sinu-sigmoidal linear unit", survey: "4.4.11" },
  coslu: { year: 2023, cite: PISHCHIK, survey: "4.16.6" },
  erf_act: {
    year: 2021,
    cite: "Biswas, Kumar, Banerjee & Pandey 2021, arXiv:2109.04386",
    survey: "4.4.12",
  },
  pserf: {
    year: 2021,
    cite: "Biswas, Kumar, Banerjee & Pandey 2021, arXiv:2109.04386",
    survey: "4.4.13",
    aliases: [{ name: "parametric_serf" }],
  },
  swim: {
    year: 2023,
    cite: "Abdool & Dear 2023, arXiv:2303.02640",
    survey: "4.4.14",
    note: "With alpha = 1 it is pflu.",
  },
  pgelu: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.9",
    aliases: [{ name: "parametric_gelu" }],
    note: "The exact form of gelu, by erfc. One alpha for the whole network in the paper. Starts as gelu.",
  },
  logmoid: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.16.5",
    aliases: [{ name: "lau" }],
    note: "Starts as logish, as published.",
  },
  fractional_adaptive_linear: {
    year: 2022,
    cite: "Zamora-Esquivel, Rhodes & Nachman 2022, Fractional adaptive linear units",
    survey: "4.19.4",
    aliases: [{ name: "falu" }],
    note:
      "The published approximation of the fractional derivative of swish for orders alpha from 0 to 1. The one for " +
      "1 to 2, as the survey prints it, does not meet this one at 1 and is not used. No published start was found.",
  },
  leaf: {
    year: 2023,
    cite: "Bodyanskiy & Kostiuk 2023, Learnable extended activation function for deep neural networks",
    survey: "4.23",
    aliases: [{ name: "learnable_extended_activation" }],
    note: "Its start is the activation that it replaces; here silu.",
  },
  aria: {
    year: 2018,
    cite: "Patwardhan, Ingalhalikar & Walambe 2018, arXiv:1805.08878",
    survey: "4.38",
    note:
      "Richard's curve is lower + (upper - lower) / (base + onset exp(-rate x))^(1 / shape). Libraries have 1 for " +
      "all but lower = 0, which is silu; shape = 2 is chosen here.",
  },
  aria2: {
    year: 2018,
    cite: "Patwardhan, Ingalhalikar & Walambe 2018, arXiv:1805.08878",
    survey: "4.38",
    note: "x (1 + exp(-beta x))^-alpha. The start is the paper's best for MNIST.",
  },
};
