import type { CatalogSources } from "./catalog-source.js";

export const rectifiedSources: CatalogSources = {
  relu: {
    year: 2010,
    cite: "Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines",
  },
  leaky_relu: {
    year: 2013,
    cite: "Maas et al. 2013, Rectifier nonlinearities improve neural network acoustic models",
  },
  prelu: {
    year: 2015,
    cite: "He et al. 2015, arXiv:1502.01852",
    survey: "4.2.1",
    note: "The survey divides by the parameter, here the slope multiplies, as in the paper.",
  },
  rrelu: { year: 2015, cite: "Xu et al. 2015, arXiv:1505.00853, with the uniform slope of PyTorch" },
  relu6: { year: 2010, cite: "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10" },
  squared_relu: { year: 2021, cite: "So et al. 2021, Primer, arXiv:2109.08668" },
  threshold: { year: 2014, cite: "Konda et al. 2014, arXiv:1402.3337" },
};
