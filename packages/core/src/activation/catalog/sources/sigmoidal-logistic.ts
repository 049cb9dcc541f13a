import type { CatalogSources } from "./catalog-source.js";

const KOCAK =
  "Koçak & Üstündağ Şiray 2021, New activation functions for single layer feedforward neural network";

export const logisticSigmoidsSources: CatalogSources = {
  scaled_sigmoid: {
    year: 2016,
    cite: "Xu, Huang & Li 2016, Revise saturated activation functions, arXiv:1602.05980",
    survey: "3.2",
    note: "Printed as 4 sigmoid(x) - 2, whose terms cancel near 0.",
  },
  bipolar_sigmoid: {
    year: 1994,
    cite: "Fausett 1994, Fundamentals of neural networks",
    survey: "3.2.26",
    aliases: [{ name: "tanh_half", survey: "3.2" }],
    note: "Printed as 2 sigmoid(x) - 1, whose terms cancel near 0.",
  },
  shifted_scaled_sigmoid: {
    cite: "Arai & Imamura, as quoted by Kunc & Klema 2024",
    survey: "3.2.1",
    aliases: [{ name: "sss" }, { name: "trained_sigmoid", survey: "4.56.4" }],
    note:
      "The defaults are those of its authors, whose inputs were in the hundreds. Pre-activations near 0 see " +
      "a flat end; give slope and shift for them.",
  },
  variant_sigmoid: {
    year: 1995,
    cite:
      "Han & Moraga 1995, The influence of the sigmoid function parameters on the speed of backpropagation " +
      "learning",
    survey: "3.2.2",
    aliases: [{ name: "vsf" }],
    note: "No published defaults were found; those here center sigmoid at 0.",
  },
  bimodal_sigmoid: {
    year: 2014,
    cite: "Sodhi & Chandra 2014, Bi-modal derivative activation function for sigmoidal feedforward networks",
    survey: "3.2.3",
    note:
      "Known from transcriptions of the survey only; torch_activation has it as a comment with another sign. " +
      "ai-on-browser halves the difference of the two sigmoids, for the adaptive function of 2017: no sigmoid. " +
      "No published shift was found. Its slope has two peaks from a shift of 2.64 on.",
  },
  multistate_sigmoid: {
    year: 2015,
    cite: "Cai et al. 2015, Deep neural networks with multistate activation functions",
    survey: "3.2.24",
    aliases: [{ name: "msaf" }],
    note:
      "The general form adds any number of sigmoids; this one has two. The survey asks for shifts above 0, " +
      "which its own example of order two does not meet: the first shift is 0 here. The second is a choice.",
  },
  symmetrical_multistate_sigmoid: {
    year: 2015,
    cite: "Cai et al. 2015, Deep neural networks with multistate activation functions",
    survey: "3.2.24",
    aliases: [{ name: "symmsaf" }],
    note:
      "Symmetric around -shift / 2, not around 0. The shift is to be far below 0; -4 is a choice. " +
      "torch_activation has 1 as its default.",
  },
  triple_state_sigmoid: {
    year: 2021,
    cite: KOCAK,
    survey: "3.2.6",
    aliases: [{ name: "ts_sigmoid" }],
    note:
      "The survey prints the product used here, torch_activation the sum of the three sigmoids. With the " +
      "product triple_state_swish is x times it, as swish is x times sigmoid. They differ near 0 only. " +
      "The defaults are the paper's by torch_activation; nearer to 0 than 10 it is the square of sigmoid.",
  },
  improved_logistic_sigmoid: {
    year: 2018,
    cite:
      "Qin, Wang & Zou 2018, The optimized deep belief networks with improved logistic sigmoid units and " +
      "their application in fault diagnosis for planetary gearboxes",
    survey: "3.2.7",
    aliases: [{ name: "isigmoid" }],
    note:
      "Transcriptions of the survey have sigmoid(threshold) in the lower line too, which jumps; " +
      "sigmoid(-threshold), as ai-on-browser has it, meets. The slope is to be above that of sigmoid at the " +
      "threshold, 0.105 for 2. No published defaults were found.",
  },
  siglin: {
    year: 2020,
    cite:
      "Roodschild, Gotay Sardiñas & Will 2020, A new approach for the vanishing gradient problem on sigmoid " +
      "activation",
    survey: "3.2.8",
    note: "The authors tried slopes of 0, 0.05, 0.1 and 0.15. The name is the survey's.",
  },
  sigmoid_algebraic: {
    year: 2021,
    cite: KOCAK,
    survey: "3.2.5",
    note:
      "Printed with x (1 + alpha abs(x)) / (1 + abs(x) (1 + alpha abs(x))) inside, which is this and overflows. " +
      "No published alpha was found; transcriptions have 0, 0.1, 0.5 and 1.",
  },
  exponential_swish: {
    year: 2021,
    cite: KOCAK,
    survey: "3.3.8",
    note: "Printed as exp(-x) sigmoid(x), which is sigmoid(-x): no swish but a sigmoid that falls.",
  },
  adaptive_parametric: {
    year: 2024,
    cite: "Alexandridis et al. 2024, Adaptive parametric activation, arXiv:2407.08567",
    aliases: [{ name: "apa" }],
    note:
      "The module AGLU of Ultralytics computes this function and draws both parameters from 0 to 1 at the " +
      "start. kappa 1 and lambda 1 are sigmoid; lambda starts at 1/2 here.",
  },
  steepened_sigmoid: {
    year: 2002,
    cite: "Stanley & Miikkulainen 2002, Evolving neural networks through augmenting topologies",
    aliases: [{ name: "neat_sigmoid" }],
  },
};
