import type { CatalogSources } from "./catalog-source.js";

export const sigmoidalSources: CatalogSources = {
  sigmoid: { year: 1986, cite: "Rumelhart, Hinton & Williams 1986, Nature 323", survey: "3.2" },
  tanh: { year: 1998, cite: "LeCun et al. 1998, Efficient BackProp", survey: "3.2" },
  softsign: {
    year: 2009,
    cite: "Bergstra et al. 2009; Glorot & Bengio 2010",
    survey: "3.2.13",
    aliases: [
      { name: "unnamed_sigmoid_37", survey: "3.2.25" },
      { name: "unnamed_sigmoid_38", survey: "3.2.25" },
    ],
    note:
      "The survey's equations 37, x (sign(x) x - a) / (x^2 - a^2), and 38, a x / (1 + abs(a x)), are softsign " +
      "of x / a and of a x: the weights hold such a factor. 37 has no value at a and -a as printed.",
  },
  log_sigmoid: { cite: "PyTorch, torch.nn.LogSigmoid", survey: "3.3.20" },
  arctan: {
    year: 2002,
    cite: "Kamruzzaman & Aziz 2002, A note on activation function in multilayer feedforward learning",
    survey: "3.2.4",
  },
  isru: {
    year: 2017,
    cite: "Carlile et al. 2017, arXiv:1710.09967",
    survey: "3.8.10",
    aliases: [{ name: "unnamed_sigmoid_39", survey: "3.2.25" }],
    note: "The survey's equation 39, a x / sqrt(1 + (a x)^2), is a times isru with alpha a^2.",
  },
};
