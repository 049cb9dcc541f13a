import type { CatalogSources } from "./catalog-source.js";

const LPSELU =
  "Trainable activation function with differentiable negative side and adaptable rectified point";
const SHIFTED = "Grelsson & Felsberg 2018, Improved learning in CNNs with shifted exponential linear units";

export const parametricExponentialSources: CatalogSources = {
  pelu: {
    year: 2016,
    cite: "Trottier, Giguère & Chaib-draa 2016, arXiv:1605.09332",
    survey: "4.2.43",
    note: "Starts as elu. One pair of parameters per layer, as in the paper; the survey writes one per neuron.",
  },
  extended_elu: {
    year: 2023,
    cite: "Çatalbaş & Morgül 2023, Deep learning with extended exponential linear unit",
    survey: "4.2.44",
    aliases: [{ name: "edelu" }],
    note:
      "Printed is (exp(a x) - 1) / b below c with the condition b c = exp(a c) - 1, which training would break. " +
      "b is computed from it here, so the pieces meet. The published a = 1, b = 2, c = 1.25643 meet it. " +
      "For c towards 0 it is mpelu.",
  },
  mpelu: {
    year: 2016,
    cite: "Li, Fan, Li, Wu & Ming 2016, arXiv:1606.00305",
    survey: "4.2.48",
    note: "Starts as elu. EELU is this one in evaluation.",
  },
  tanh_exponential_linear: {
    year: 2020,
    cite: "Mercioni & Holban 2020, TeLU: a new activation function for deep learning",
    survey: "4.2.34",
    aliases: [{ name: "telu" }],
    note: "Another TeLU, of 2024, is x tanh(exp(x)).",
  },
  soft_exponential: {
    year: 2016,
    cite: "Godfrey & Gashler 2016, arXiv:1602.01321",
    survey: "4.2.50",
    note:
      "Only alpha > 0: for alpha < 0 the published -log(1 - alpha (x + alpha)) / alpha is not real on the left. " +
      "Starts of 0, 0.25 and 1 are in use; 0 is the identity.",
  },
  pselu: {
    cite: `${LPSELU}; Kunc & Kléma 2024`,
    survey: "4.2.53",
    note: "Starts as selu.",
  },
  lpselu: {
    cite: `${LPSELU}; Kunc & Kléma 2024`,
    survey: "4.2.54",
    note: "The slope below 0 is not multiplied by scale, as in the authors' code; lselu multiplies it.",
  },
  lpselu_rp: {
    cite: `${LPSELU}; Kunc & Kléma 2024`,
    survey: "4.2.55",
    note: "Starts as lpselu.",
  },
  shifted_elu: {
    year: 2018,
    cite: SHIFTED,
    survey: "4.2.56",
    aliases: [{ name: "shelu" }],
    note: "The abstract says that each neuron learns its shift; the survey calls it preset. Starts as elu.",
  },
  vertically_shifted_elu: {
    year: 2018,
    cite: SHIFTED,
    survey: "4.2.56",
    aliases: [{ name: "svelu" }, { name: "p_plus_felu", survey: "4.2.47" }],
    note:
      "P+FELU, which writes 2^(x / ln 2) for exp(x), is the same function; there alpha is trained too. " +
      "Starts as elu.",
  },
  shifted_pelu: {
    year: 2018,
    cite: SHIFTED,
    survey: "4.2.56",
    aliases: [{ name: "pshelu" }],
    note: "Starts as elu.",
  },
  vertically_shifted_pelu: {
    year: 2024,
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.2.56",
    aliases: [{ name: "psvelu" }],
    note: "The survey's own addition to the shifted elu. Starts as elu.",
  },
  pdelu: {
    year: 2020,
    cite: "Cheng et al. 2020, Parametric deformable exponential linear units for deep neural networks",
    survey: "4.2.59",
    note:
      "The base of the power is held at 0, as the paper's bracket with a plus says; libraries that leave this out " +
      "give NaN or a parabola left of -1 / (1 - deformation).",
  },
  scaled_sinh: {
    year: 2021,
    cite: "Husain, Ong & Bober 2021, ACTNET: end-to-end learning of feature activations",
    survey: "4.16.3",
    aliases: [{ name: "ssinh" }],
    note: "Grows exponentially on both sides. No published start was found.",
  },
  scaled_exponential: {
    year: 2021,
    cite: "Husain, Ong & Bober 2021, ACTNET: end-to-end learning of feature activations",
    survey: "4.16.4",
    aliases: [{ name: "sexp" }, { name: "save_value_added_exponential", survey: "4.57" }],
    note: "a (1 - exp(-b x)) of the SAVE list is alpha = -a, beta = -b. No published start was found.",
  },
  exponential_growth: {
    cite: "Brad, the SAVE method, as quoted by Kunc & Kléma 2024",
    survey: "4.57",
    aliases: [{ name: "save_exponential" }],
    note: "From the survey's table of functions without a test. The start is chosen here; 1 and 1 are exponential.",
  },
  exponential_sigmoid: {
    cite: "Brad, the SAVE method, as quoted by Kunc & Kléma 2024",
    survey: "4.57",
    aliases: [{ name: "save_prisoner_exponential" }],
    note: "Printed inside a relu, which changes nothing: both factors are above 0. Not tested anywhere.",
  },
};
