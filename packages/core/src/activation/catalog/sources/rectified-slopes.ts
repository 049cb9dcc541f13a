import type { CatalogSources } from "./catalog-source.js";

export const slopedRectifiersSources: CatalogSources = {
  very_leaky_relu: {
    year: 2014,
    cite: "Graham 2014, Spatially-sparse convolutional neural networks, arXiv:1409.6070",
    survey: "3.6.2",
    aliases: [{ name: "vlrelu" }],
    note: "leaky_relu with alpha 1/3. The survey divides x by 3; torch_activation multiplies it by 3.",
  },
  optimized_leaky_relu: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.2",
    aliases: [{ name: "olrelu" }],
    note:
      "The slope is exp(-(u + l) / (u - l)), the same whether the bounds multiply (1/8 and 1/3, here) or " +
      "divide (8 and 3, in the survey). Close to leaky_relu with alpha 0.11.",
  },
  softsign_rrelu: {
    year: 2023,
    cite: "Elakkiya & Dejey 2023, Neural Computing and Applications, doi:10.1007/s00521-023-08565-2",
    survey: "3.6.4",
    aliases: [{ name: "s_rrelu" }, { name: "softsign_randomized_leaky_relu" }],
    note:
      "Printed with 1 / (1 + x)^2, which has a pole at -1. Used: 1 / (1 + |x|)^2, the slope of softsign, " +
      "which the text names. The slope is drawn for each value, as in rrelu, not for each unit and epoch.",
  },
  elastic_relu: {
    year: 2018,
    cite: "Jiang et al. 2018, Deep neural networks with elastic rectified linear units for object recognition",
    survey: "3.6.38",
    aliases: [{ name: "erelu" }],
    note:
      "The slope is drawn for each value, not for each unit and epoch. In evaluation it is relu. The " +
      "paper leaves alpha between 0 and 1; 0.1 was chosen here, ai-on-browser has 1.",
  },
  sloped_relu: {
    cite: "Seo, Lee & Kim, sloped relu for the decoding of polar codes; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.5",
    aliases: [{ name: "slrelu" }, { name: "save_harmonization", survey: "4.57" }],
    note: "Slopes from 1 to 10 are advised; 2 was chosen here.",
  },
  absolute_linear_unit: {
    year: 2020,
    cite: "Mastromichalakis 2020, ALReLU, arXiv:2012.07564",
    survey: "3.6.27",
    aliases: [{ name: "abslu", survey: "3.6.27" }, { name: "alrelu" }, { name: "absolute_leaky_relu" }],
    note:
      "leaky_relu with a slope below 0. AbsLU (the survey) leaves alpha between 0 and 1; the default is " +
      "that of ALReLU, which the survey does not have.",
  },
  quantum_relu: {
    year: 2020,
    cite: "Parisi et al. 2020, QReLU and m-QReLU, arXiv:2010.08031",
    aliases: [{ name: "qrelu" }],
    note:
      "0.01 x - 2 x below 0, by its author's code and tests: 3.98 at -2. ActTensor prints 0.01 x (x - 2), " +
      "a parabola.",
  },
  modified_quantum_relu: {
    year: 2020,
    cite: "Parisi et al. 2020, QReLU and m-QReLU, arXiv:2010.08031",
    aliases: [{ name: "m_qrelu" }],
    note: "0.01 x - x below 0, by its author's code and tests: 1.98 at -2.",
  },
  li_relu: {
    cite: "Elakkiya & Dejey, Li-ReLU; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.33",
    aliases: [{ name: "ramp_darknet" }],
    note:
      "With alpha 0.1 it is the ramp of Darknet, whose value is the default. It is leaky_relu of slope " +
      "alpha / (1 + alpha), times 1 + alpha.",
  },
};
