import type { CatalogSources } from "./catalog-source.js";

export const sigmoidalSources: CatalogSources = {
  sigmoid: { year: 1986, cite: "Rumelhart, Hinton & Williams 1986, Nature 323" },
  tanh: { year: 1998, cite: "LeCun et al. 1998, Efficient BackProp" },
  softsign: { year: 2009, cite: "Bergstra et al. 2009; Glorot & Bengio 2010" },
  log_sigmoid: { cite: "PyTorch, torch.nn.LogSigmoid" },
  arctan: {
    year: 2002,
    cite: "Kamruzzaman & Aziz 2002, A note on activation function in multilayer feedforward learning",
  },
  isru: { year: 2017, cite: "Carlile et al. 2017, arXiv:1710.09967" },
};
