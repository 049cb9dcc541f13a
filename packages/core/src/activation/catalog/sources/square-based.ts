import type { CatalogSources } from "./catalog-source.js";

const WURAOLA = "Wuraola, Patel & Nguang 2021, Efficient activation functions for embedded inference engines";

export const squareBasedSources: CatalogSources = {
  sqnl: {
    year: 2018,
    cite: "Wuraola & Patel 2018, SQNL: a new computationally efficient activation function",
    survey: "3.8.1",
  },
  log_sqnl: {
    year: 2021,
    cite: WURAOLA,
    survey: "3.8.6",
    aliases: [{ name: "logsqnl" }],
    note:
      "sqnl moved to run from 0 to 1. torch_activation halves x but not its square, which reaches 1/2 at 2 " +
      "and then jumps.",
  },
  sqlu: { year: 2021, cite: WURAOLA, survey: "3.8.2" },
  squish: {
    year: 2021,
    cite: WURAOLA,
    survey: "3.8.3",
    note: "Its slope is -1 just above -2 and 0 below: it dips and comes back.",
  },
  sqreu: {
    year: 2021,
    cite: WURAOLA,
    survey: "3.8.4",
    aliases: [{ name: "hard_mish" }],
    note:
      "Equals the hard mish of Misra's notes and of timm, x / 2 times x + 2 held between 0 and 2. Its slope " +
      "is -1 just above -2.",
  },
  square_softplus: {
    year: 2021,
    cite: WURAOLA,
    survey: "3.8.5",
    aliases: [{ name: "sqsoftplus" }],
    note:
      "The survey prints x + (x + 1/2)^2 / 2 in the middle, which jumps by 1/2 at both ends; without the " +
      "first x value and slope meet.",
  },
  linq: {
    cite: "as quoted by Kunc & Klema 2024",
    survey: "3.8.8",
    note:
      "Printed with 1 - 2x + x^2 in the outer pieces; with the slope in place of x, (1 - slope)^2, value and " +
      "slope meet. No published slope was found.",
  },
  scaled_polynomial_constant: {
    year: 2020,
    cite: "Kiseľák et al. 2020, SPOCU: scaled polynomial constant unit activation function",
    survey: "3.15",
    aliases: [{ name: "spocu" }],
    note:
      "The values of scale, shift and width are published for no limit, for which 10000 stands. The survey " +
      "prints x below 0 in h, the public PyTorch version has 0; 0 is used: a constant, as the name says.",
  },
  polynomial_universal: {
    cite: "Hwang & Kim, A universal activation function for deep learning, as quoted by Kunc & Klema 2024",
    survey: "3.16",
    aliases: [{ name: "puaf" }],
    note:
      "With the exponents 1 and 5 that the survey gives for swish. The general form has x^a, which is no real " +
      "number below 0 for a fraction a.",
  },
  polynomial_relu: {
    year: 2024,
    cite: "Zhuo et al. 2024, Polynomial composition activations, arXiv:2411.03884",
    aliases: [{ name: "polyrelu" }],
  },
};
