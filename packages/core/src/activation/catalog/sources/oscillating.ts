import type { CatalogSources } from "./catalog-source.js";

const NOEL = "Noel et al. 2021, arXiv:2111.04020";

export const oscillatingSources: CatalogSources = {
  shifted_sine: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.29",
    note:
      "Known from transcriptions of the survey only. Published with omega 0.2, 0.8, 1.2, 1.8 and 4; the " +
      "default is one of them.",
  },
  one_minus_cos: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.30",
    aliases: [{ name: "cosine" }],
    note: "The survey's cosine is 1 - cos(x). It is written as 2 sin(x / 2)^2, which loses no digits near 0.",
  },
  cosid: {
    year: 2018,
    cite: "Eger, Youssef & Gurevych 2018, Is it time to swish?, arXiv:1901.02671",
    survey: "3.31",
  },
  sinp: {
    year: 2018,
    cite: "Chan et al. 2018, SinP[N]: a fast convergence activation function for convolutional neural networks",
    survey: "3.32",
    note: "Published with slopes 1, 1.5 and 2.",
  },
  growing_cosine_unit: {
    year: 2021,
    cite: "Noel et al. 2021, arXiv:2108.12943",
    survey: "3.33",
    aliases: [{ name: "gcu" }],
  },
  amplifying_sine_unit: {
    year: 2023,
    cite: "Rahman et al. 2023, arXiv:2304.09759",
    survey: "3.34",
    aliases: [{ name: "asu" }],
  },
  sinc: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092; compared by Noel et al. 2021, arXiv:2111.04020",
    survey: "3.35",
    note: "sin(x) / x, as Noel et al. define it; libraries split between this and sin(pi x) / (pi x).",
  },
  shifted_sinc_unit: {
    year: 2021,
    cite: NOEL,
    survey: "3.35",
    aliases: [{ name: "ssu" }, { name: "shifted_sine_unit" }],
    note:
      "With sinc(u) = sin(u) / u, as the paper defines it: then it has value 0 and slope 1 at 0, which the " +
      "paper asks for. With the sinc of PyTorch and NumPy, sin(pi u) / (pi u), it has neither.",
  },
  decaying_sine_unit: {
    year: 2021,
    cite: NOEL,
    survey: "3.36",
    aliases: [{ name: "dsu" }],
    note:
      "pi / 2 (sinc(x - pi) - sinc(x + pi)) with sinc(u) = sin(u) / u, as the paper defines it: pi^2 sin(x) " +
      "/ (pi^2 - x^2). Its slope at 0 is 1; with the sinc of PyTorch and NumPy it is not.",
  },
};
