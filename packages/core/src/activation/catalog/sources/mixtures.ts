import type { CatalogSources } from "./catalog-source.js";

const QIAN = "Qian, Liu, Liu, Wu & Wong 2018, Adaptive activation functions in convolutional neural networks";
const JIE = "Jie, Gao, Vasnev & Tran 2020, arXiv:2007.13101";
const XU = "Xu & Zhang 2000, Justification of a neuron-adaptive activation function";

export const mixturesSources: CatalogSources = {
  mixed_leaky_relu_elu: { year: 2018, cite: QIAN, survey: "4.2.45" },
  gated_prelu_pelu: {
    year: 2018,
    cite: QIAN,
    survey: "4.2.45",
    note: "No published start of the gate was found.",
  },
  p_e2_relu: { year: 2020, cite: JIE, survey: "4.2.49", aliases: [{ name: "p_e2_xu" }] },
  p_e2_id: { year: 2020, cite: JIE, survey: "4.2.49" },
  p_e2_relu_1: { year: 2020, cite: JIE, survey: "4.2.49" },
  elu_softplus: {
    year: 2021,
    cite: "Vargas et al. 2021, Activation functions for convolutional neural networks",
    survey: "4.26.1",
    aliases: [{ name: "elus_plus_2l" }, { name: "elus_plus_2" }],
    note: "ELUs+2 is the same with a fixed shift. No published start was found.",
  },
  global_local_neuron: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.27",
    aliases: [{ name: "gln" }],
    note: "No published start was found; here both halves count the same.",
  },
  neuron_adaptive: {
    year: 2000,
    cite: XU,
    survey: "4.28",
    aliases: [{ name: "naf" }],
    note: "One set of parameters for the whole network in the paper, for each layer here. No published start was found.",
  },
  sine_sigmoid: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.28.1",
    aliases: [{ name: "sls_ss" }, { name: "css", survey: "4.41" }],
    note: "The survey has it twice, as SLS-SS and as CSS. No published start was found.",
  },
  neuron_adaptive_sine: {
    cite: `${XU}; Kunc & Kléma 2024`,
    survey: "4.28.1",
    note: "A variant that the survey quotes without a name. No published start was found.",
  },
  catalytic_relu: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.42",
    aliases: [{ name: "cataf" }],
    note: "Any activation may stand instead of relu. No published start was found.",
  },
  adaptive_blending: {
    year: 2018,
    cite: "Sütfeld et al. 2018, arXiv:1806.10064",
    survey: "4.48",
    aliases: [{ name: "abu" }],
    note: "The paper's pool, with silu for swish. The weights are free, which the paper found best.",
  },
  gated_blending: {
    year: 2016,
    cite: "Dushkoff & Ptucha 2016, Adaptive activation functions for deep networks",
    survey: "4.48.3",
    aliases: [{ name: "gabu" }],
    note: "The pool of adaptive_blending, as the survey names none.",
  },
  average_of_pool: {
    year: 2020,
    cite: "Liao 2020, arXiv:2004.13271",
    survey: "4.48.2",
    aliases: [{ name: "apaf" }],
    note: "The weights are held above 0, so that their sum cannot be 0.",
  },
  rowdy_tanh: {
    year: 2021,
    cite: "Jagtap, Shin, Kawaguchi & Karniadakis 2021, arXiv:2105.09513",
    survey: "4.48.5",
    aliases: [{ name: "rowdy" }, { name: "deep_kronecker", survey: "4.48.4" }, { name: "dknn" }],
    note:
      "With tanh, two sines and scale 1; the class allows any first function, any number of sines or cosines and a " +
      "larger scale. Deep Kronecker networks are the frame, with any functions. Starts as tanh.",
  },
  variable_activation: {
    year: 2019,
    cite: "Apicella, Isgrò & Prevete 2019, arXiv:1902.03306",
    survey: "4.56.1",
    aliases: [{ name: "vaf" }, { name: "activation_function_unit" }, { name: "relu_spline", survey: "4.53" }],
    note:
      "With two units of tanh. The paper uses more, and relu too: that sum is what the survey calls a linear spline " +
      "by relu. The start is chosen here.",
  },
};
