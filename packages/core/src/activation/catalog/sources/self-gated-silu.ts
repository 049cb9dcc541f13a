import type { CatalogSources } from "./catalog-source.js";

const KOCAK =
  "Koçak & Üstündağ Şiray 2021, New activation functions for single layer feedforward neural network";
const KOZKURT = "Közkurt et al. 2023, αSechSig and αTanhSig: two novel non-monotonic activation functions";
const LOGISH =
  "Zhu et al. 2021, Logish: a new nonlinear nonmonotonic activation function for convolutional neural network";

export const siluRelativesSources: CatalogSources = {
  silu_derivative: {
    year: 2017,
    cite: "Elfwing et al. 2017, arXiv:1702.03118",
    survey: "3.3.21",
    aliases: [{ name: "dsilu" }],
  },
  double_silu: {
    cite: "Verma, Chug & Singh, as quoted by Kunc & Klema 2024",
    survey: "3.3.22",
    note:
      "Its authors call it DSiLU, which is another's name. torch_activation computes silu(silu(x)), which is " +
      "sigmoid(x) times this.",
  },
  modified_silu: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.3.23",
    aliases: [{ name: "msilu" }],
    note:
      "Three transcriptions read exp(-x^2 - 1) / 4; torch_activation has exp(-(x^2 + 1) / 4) in its code and " +
      "exp(-x^2 / 4) in its docstring. The paper was not found.",
  },
  tanh_silu: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.3.24",
    aliases: [{ name: "tsilu" }],
    note: "The paper prints a fraction with a denominator of 0; the survey's reading is used.",
  },
  arctan_silu: {
    cite: "Verma, Chug & Singh, as quoted by Kunc & Klema 2024",
    survey: "3.3.25",
    aliases: [{ name: "atsilu" }, { name: "asilu" }],
    note: "A docstring of torch_activation has atan(x) sigmoid(x); code and transcriptions have this.",
  },
  swat: {
    cite: "Verma, Chug & Singh, as quoted by Kunc & Klema 2024",
    survey: "3.3.26",
  },
  triple_state_swish: {
    year: 2021,
    cite: KOCAK,
    survey: "3.3.6",
    aliases: [{ name: "ts_swish" }],
    note: "Within 10 of 0 it is x times the square of sigmoid. Defaults as for triple_state_sigmoid.",
  },
  generalized_swish: {
    year: 2021,
    cite: KOCAK,
    survey: "3.3.7",
  },
  logish: { year: 2021, cite: LOGISH, survey: "3.3.11" },
  parametric_logish: {
    year: 2021,
    cite: LOGISH,
    survey: "3.3.15",
    aliases: [{ name: "plogish" }],
    note: "logish where both parameters are 1.",
  },
  sinsig: {
    year: 2021,
    cite:
      "Douge et al. 2021, A self-gated activation function SINSIG based on the sine trigonometric for neural " +
      "network models",
    survey: "3.3.34",
  },
  sech_sig: { year: 2023, cite: KOZKURT, survey: "3.2.22", aliases: [{ name: "sechsig" }] },
  parametric_sech_sig: {
    year: 2023,
    cite: KOZKURT,
    survey: "3.2.22",
    aliases: [{ name: "psechsig" }],
    note: "No published alpha was found. For 1 it is not sech_sig, whose bump is not shifted.",
  },
  tanh_sig: { year: 2023, cite: KOZKURT, survey: "3.2.23", aliases: [{ name: "tanhsig" }] },
  parametric_tanh_sig: {
    year: 2023,
    cite: KOZKURT,
    survey: "3.2.23",
    aliases: [{ name: "ptanhsig" }],
    note: "No published alpha was found. For 1 it is not tanh_sig, whose tanh is not shifted.",
  },
  eanaf: {
    year: 2022,
    cite: "Chai et al. 2022, An efficient asymmetric nonlinear activation function for deep neural networks",
    survey: "3.3.33",
    note: "Defined as x tanh(softplus(x) / 2), which is this.",
  },
  molu: {
    year: 2025,
    cite: "Koh, Ko & Jhe 2025, Moderate adaptive linear units, arXiv:2302.13696v7",
    note: "Equals swish with beta 2. Earlier versions of the paper define another function.",
  },
};
