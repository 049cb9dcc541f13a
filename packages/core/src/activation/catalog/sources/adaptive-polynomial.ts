import type { CatalogSources } from "./catalog-source.js";

export const adaptivePolynomialSources: CatalogSources = {
  self_learnable: {
    year: 2019,
    cite: "Goyal, Goyal & Lall 2019, arXiv:1906.09529",
    survey: "4.48.6",
    aliases: [{ name: "slaf" }],
    note:
      "Of degree 3; the paper leaves the degree open and normalizes the input. The start is chosen here: the first " +
      "terms of silu.",
  },
  chebyshev: {
    year: 2023,
    cite: "Deepthi, Vikram & Venkatappareddy 2023, as quoted by Kunc & Kléma 2024",
    survey: "4.48.7",
    aliases: [{ name: "chpaf" }],
    note:
      "Of degree 3, as in the paper: a cubic like self_learnable with other coordinates, which train differently. " +
      "The start, chosen here, is relu's expansion.",
  },
  legendre: {
    year: 2021,
    cite: "Venkatappareddy et al. 2021, Legendre polynomial based activation function",
    survey: "4.48.8",
    aliases: [{ name: "lpaf" }],
    note: "Of degree 3: a cubic in other coordinates. The start, chosen here, is relu's expansion.",
  },
  hermite: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.48.9",
    aliases: [{ name: "hpaf" }],
    note:
      "The physicists' polynomials, as in the survey; others use the probabilists' ones. Of degree 3: a cubic in other " +
      "coordinates. The start, chosen here, is relu's expansion.",
  },
  pade: {
    year: 2019,
    cite: "Molina, Schramowski & Kersting 2019, arXiv:1907.06732",
    survey: "4.49",
    aliases: [{ name: "pau" }, { name: "safe_pade" }],
    note:
      "The safe form, with the absolute value in the denominator: without it there are poles. The start is the " +
      "authors' fit of relu.",
  },
  rational: {
    year: 2020,
    cite: "Boullé, Nakatsukasa & Townsend 2020, arXiv:2004.01902",
    survey: "4.49",
    note:
      "Degrees 3 and 2, started at the paper's fit of relu on [-1, 1]. The bounds on the denominator, chosen here, keep " +
      "it above 0.",
  },
};
