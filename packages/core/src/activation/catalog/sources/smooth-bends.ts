import type { CatalogSources } from "./catalog-source.js";

export const smoothBendsSources: CatalogSources = {
  bi_firing: {
    year: 2014,
    cite: "Li, Ng, Yeung & Chan 2014, Bi-firing deep neural networks, doi:10.1007/s13042-013-0198-9",
    survey: "3.21",
    aliases: [{ name: "bfire" }],
    note: "The default of smoothing is chosen here. It is the Huber function over smoothing.",
  },
  bounded_bi_firing: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.22",
    aliases: [{ name: "bbfire" }],
    note:
      "The defaults are chosen here. torch_activation's code gives -bound left of the well, its text bound; " +
      "bound joins the pieces.",
  },
  m_arcsinh: {
    year: 2020,
    cite: "Parisi 2020, arXiv:2009.07530",
    survey: "3.26",
    aliases: [{ name: "modified_arcsinh" }],
    note: "With the square root of |x|, from the paper; torch_activation has |x| without the root.",
  },
  arctid: {
    year: 2018,
    cite: "Eger, Youssef & Gurevych 2018, Is it time to swish?, arXiv:1901.02671",
    survey: "3.28",
    note: "torch_activation reads the exponent 2 and the term -x as atan(x) times 2 to the power -x.",
  },
  hclsh: {
    year: 2023,
    cite:
      "Abdel-Nabi et al. 2023, HcLSH: a novel non-linear monotonic activation function for deep learning " +
      "methods",
    survey: "3.37",
    aliases: [{ name: "hyperbolic_cosine_linearized_squashing" }],
    note:
      "log(cosh(x) + x cosh(x / 2)) above 0, log(cosh(x)) + x below, written so that nothing overflows. " +
      "torch_activation moves the product out of the logarithm and 1/2 out of the cosh; then it grows " +
      "exponentially.",
  },
  smooth_activation_unit: {
    year: 2021,
    cite: "Biswas et al. 2021, arXiv:2109.13210",
    survey: "4.2.6",
    aliases: [{ name: "sau" }],
    note:
      "By its definition, leaky relu convolved with a Gaussian of standard deviation 1 / sharpness, the " +
      "Gaussian term carries 1 - slope, confirmed by quadrature; transcriptions and a public implementation " +
      "print it without. The survey divides by the slope. A public implementation keeps sharpness at 20000, " +
      "where it is leaky relu within f32; here it is 1.",
  },
  smooth_maximum_unit: {
    year: 2021,
    cite: "Biswas et al. 2021, arXiv:2111.04682",
    survey: "4.2.7",
    aliases: [{ name: "smu" }],
    note:
      "A second version, SMU-1, has a square root for erf and stands in section 4.55. Public " +
      "implementations start with slope 0.01 and sharpness 2.5, with 0.25 and 25, or with 0.25 and 1000000, " +
      "where it is leaky relu within f32.",
  },
};
