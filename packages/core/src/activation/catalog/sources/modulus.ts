import type { CatalogSources } from "./catalog-source.js";

export const modulusSources: CatalogSources = {
  soft_modulus_q: {
    year: 2023,
    cite: "Vallés-Pérez et al. 2023, Empirical study of the modulus as activation function, arXiv:2301.05993",
    survey: "3.6.30",
    note:
      "The survey prints the two ranges the wrong way round, as PyZjr has them; the polynomial belongs to " +
      "|x| <= 1, where it meets |x| with its slope.",
  },
  soft_modulus_t: {
    year: 2023,
    cite: "Vallés-Pérez et al. 2023, Empirical study of the modulus as activation function, arXiv:2301.05993",
    survey: "3.6.31",
    note: "With width 1 it is x tanh(x), LiSHT.",
  },
  even_power_linear: {
    year: 2021,
    cite: "Nasiri & Ghiasi-Shirazi 2021, PowerLinear activation functions, arXiv:2108.09256",
    survey: "3.6.41",
    aliases: [{ name: "eplaf" }, { name: "even_pow_lin" }, { name: "plaf" }],
    note:
      "With power 2, the authors' choice, it is the Huber function, as bi_firing with smoothing 1. PyZjr " +
      "raises the offset 1 - 1/d to the power d, which jumps at 1.",
  },
  odd_power_linear: {
    year: 2021,
    cite: "Nasiri & Ghiasi-Shirazi 2021, PowerLinear activation functions, arXiv:2108.09256",
    survey: "3.6.41",
    aliases: [{ name: "oplaf" }, { name: "odd_pow_lin" }],
    note:
      "The survey prints -x - (1 - 1/d) below -1, as for the even function, which jumps from -1/d to 1/d. " +
      "Used: x + (1 - 1/d), which is odd and continuous. The default was chosen here.",
  },
  signed_truncated_logarithm: {
    year: 2023,
    cite: "Gong 2023, STL: a signed and truncated logarithm activation function, arXiv:2307.16389",
    aliases: [{ name: "stl" }],
    note: "Printed with alpha on the middle piece and on the logarithm, as here.",
  },
};
