import type { CatalogSources } from "./catalog-source.js";

export const rectifiedSources: CatalogSources = {
  relu: {
    year: 2010,
    cite: "Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines",
    survey: "3.6",
  },
  leaky_relu: {
    year: 2013,
    cite: "Maas et al. 2013, Rectifier nonlinearities improve neural network acoustic models",
    survey: "3.6.2",
    aliases: [{ name: "lrelu" }],
    note: "The survey divides: x / 100 below 0.",
  },
  prelu: {
    year: 2015,
    cite: "He et al. 2015, arXiv:1502.01852",
    survey: "4.2.1",
    note: "The survey divides by the parameter, here the slope multiplies, as in the paper.",
  },
  rrelu: {
    year: 2015,
    cite: "Xu et al. 2015, arXiv:1505.00853, with the uniform slope of PyTorch",
    survey: "3.6.3",
    aliases: [{ name: "randomized_leaky_relu" }],
    note:
      "The paper divides by a number from 3 to 8; PyTorch, and this, multiply by one from 1/8 to 1/3, " +
      "which is drawn for each value.",
  },
  relu6: { year: 2010, cite: "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10" },
  squared_relu: {
    year: 2021,
    cite: "So et al. 2021, Primer, arXiv:2109.08668",
    aliases: [{ name: "relu2" }, { name: "requ", survey: "3.6.39" }, { name: "rectified_quadratic_unit" }],
    note: "rectified_power_unit with power 2.",
  },
  threshold: {
    year: 2014,
    cite: "Konda et al. 2014, arXiv:1402.3337",
    survey: "3.6.21",
    aliases: [
      { name: "trec" },
      { name: "truncated_rectified" },
      { name: "thresholded_relu" },
      { name: "fatrelu" },
      { name: "jump_relu" },
    ],
    note:
      "TRec has value 0 and mostly theta 1, as thresholded relu in Keras and ONNX; JumpReLU trains theta. " +
      "The defaults here are relu's.",
  },
};
