import type { CatalogSources } from "./catalog-source.js";

export const curvedRectifiersSources: CatalogSources = {
  natural_log_relu: {
    year: 2019,
    cite: "Liu et al. 2019, Natural-logarithm-rectified activation function, arXiv:1908.03682",
    survey: "3.6.12",
    aliases: [{ name: "nlrelu" }, { name: "log_relu" }],
  },
  softplus_linear_unit: {
    year: 2018,
    cite: "Zhao et al. 2018, A novel softplus linear unit for deep convolutional neural networks",
    survey: "3.6.13",
    aliases: [{ name: "slu" }],
    note: "Published with three constants, of which these join the pieces smoothly. ai-on-browser trains them.",
  },
  rectified_softplus: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.14",
    aliases: [{ name: "resp" }],
    note: "Slopes between 1.4 and 2 are advised; 1.7 was chosen here. Smooth at 0 only for 0.5.",
  },
  prenu: {
    year: 2021,
    cite: "El Jaafari et al. 2021, Parametric rectified nonlinear unit (PRenu) for convolution neural networks",
    survey: "3.6.15",
    aliases: [{ name: "parametric_rectified_nonlinear_unit" }],
    note: "alpha is fixed, between 0 and 1; 0.25 was chosen here.",
  },
  rectified_power_unit: {
    year: 2019,
    cite: "Li, Tang & Yu 2019, Better approximations of high dimensional smooth functions, arXiv:1903.05858",
    survey: "3.6.39",
    aliases: [{ name: "repu" }, { name: "recu" }],
    note: "With power 1 it is relu, with 2 squared_relu (ReQU), with 3, the default, ReCU.",
  },
  approximate_relu: {
    year: 2019,
    cite: "Saha et al. 2019, Evolution of novel activation functions, arXiv:1906.01975",
    survey: "3.6.40",
    aliases: [{ name: "apprelu" }, { name: "save_relu_power", survey: "4.57" }],
    note:
      "Its authors call it AReLU, as attention-based relu is called too. The defaults 0.54 and 1.30 are " +
      "the paper's; libraries have 1 and 1, which is relu.",
  },
  squared_leaky_relu: {
    year: 2026,
    cite: "OpenAI 2026, parameter-golf, leaky_relu(x, 0.5)^2",
    note: "Known from the code of language models trained against the clock. With slope 0 it is squared_relu.",
  },
  smooth_relu: {
    year: 2020,
    cite: "Shamir, Lin & Coviello 2020, Smooth activations and reproducibility, arXiv:2010.09931",
    aliases: [{ name: "smelu" }],
    note: "With beta 1 it is sparse_plus. The default is that of xformers; the paper tunes it.",
  },
  sign_relu: {
    year: 2018,
    cite: "Lin & Shen 2018, Research on convolutional neural network based on improved ReLU",
    survey: "3.6.32",
    aliases: [
      { name: "dlu" },
      { name: "polynomial_linear_unit", survey: "3.7.4" },
      { name: "polylu" },
      { name: "fplus" },
      { name: "first_power_linear_unit_with_sign" },
    ],
    note:
      "PolyLU (Feng & Yang) and FPLUS (Duan et al. 2021, arXiv:2111.14349) print 1 / (1 - x) - 1 below 0, " +
      "which is the same for alpha 1.",
  },
  ls_relu: {
    cite: "Wang et al., LS-ReLU; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.20",
    note:
      "Printed with |log(scale high + 1) - high| added above high. Used: without the bars, which is the " +
      "same where log(scale high + 1) <= high and joins the pieces elsewhere too. The defaults were " +
      "chosen here.",
  },
  oaf: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.47",
    aliases: [{ name: "optimal_activation_function" }],
  },
  crrelu: {
    year: 2024,
    cite: "Sun et al. 2024, A method on searching better activation functions, arXiv:2405.12954",
    aliases: [{ name: "correction_regularized_relu" }],
  },
  nelu: {
    year: 2025,
    cite: "Horuz et al. 2025, The resurrection of the ReLU, arXiv:2505.22074",
    aliases: [{ name: "negative_slope_linear_unit" }],
    note:
      "Published as the slope that training uses in place of relu's: 1 above 0, 2 alpha x / (1 + x^2)^2 " +
      "below. This is its integral that is 0 at 0. The paper takes alpha 0.1 and 0.01.",
  },
  maxsig: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7",
    aliases: [{ name: "sigmorelu" }],
    note:
      "The heading of section 3.7 in the survey is this function. SigmoReLU, max(max(x, 0), sigmoid(x)), " +
      "is the same.",
  },
  parametric_leaky_tanh: {
    year: 2023,
    cite: "Mastromichalakis 2023, Parametric leaky tanh, arXiv:2310.07720",
    aliases: [{ name: "pltanh" }],
    note: "0.01 is that of the author's code; the paper tunes it for each data set.",
  },
  logarithmic_linear_unit: {
    year: 2023,
    cite: "Nalluri 2023, Logarithmic linear units (LogLUs), OpenReview",
    aliases: [{ name: "loglu" }],
  },
  sigmoid_linear_unit: {
    cite: "Guevraa et al.; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.52",
    aliases: [{ name: "siglu" }, { name: "maxtanh", survey: "3.7.1" }],
    note: "Named by the survey; not silu. max(x, tanh(x)) is the same function; ptelu starts as it.",
  },
  tanh_linear_unit: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.7.1",
    aliases: [{ name: "thlu" }],
    note: "Printed as 2 / (1 + exp(-x)) - 1 below 0, which is tanh(x / 2).",
  },
};
