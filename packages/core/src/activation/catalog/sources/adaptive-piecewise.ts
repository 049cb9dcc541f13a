import type { CatalogSources } from "./catalog-source.js";

export const adaptivePiecewiseSources: CatalogSources = {
  adaptive_piecewise_linear: {
    year: 2014,
    cite: "Agostinelli, Hoffman, Sadowski & Baldi 2014, arXiv:1412.6830",
    survey: "4.29",
    aliases: [{ name: "apl" }, { name: "aplu" }],
    note:
      "With two hinges, as in the paper for CIFAR-100, and its weight decay of 0.001. No start was found: here a " +
      "slope of 0.1 below 0 and 0.2 below -1.",
  },
  splash: {
    year: 2020,
    cite: "Tavakoli, Agostinelli & Baldi 2020, arXiv:2006.08947",
    survey: "4.30",
    note: "With S = 7 and hinges at 0, 1, 2 and 2.5. Starts as relu.",
  },
  mexican_relu: {
    year: 2019,
    cite: "Maguolo, Nanni & Ghidoni 2019, arXiv:1905.02473",
    survey: "4.32",
    aliases: [{ name: "melu" }],
    note:
      "With k = 4 and bumps centered at 2, 1 and 3 with half widths 2, 1 and 1; for images of 0 to 255 the paper " +
      "scales these. All learned parameters start at 0, so it starts as relu.",
  },
  modified_mexican_relu: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.32.1",
    aliases: [{ name: "mmelu" }],
    note: "The paper estimates the parameters by a Bayesian procedure; here they are trained. The start is chosen here.",
  },
  gaussian_relu: {
    year: 2021,
    cite: "Nanni, Maguolo, Brahnam & Paci 2021, arXiv:2103.15898",
    survey: "4.32.2",
    aliases: [{ name: "galu" }],
    note:
      "With k = 4 and waves at 1, 0.5 and 2.5 of half widths 1, 0.5 and 0.5; these were not checked against the " +
      "paper. Starts as relu.",
  },
  s_shaped_relu: {
    year: 2015,
    cite: "Jin et al. 2015, arXiv:1512.07030",
    survey: "4.33",
    aliases: [{ name: "srelu" }, { name: "alisa", survey: "4.33.2" }, { name: "lisa", survey: "4.33.2" }],
    note:
      "ALiSA has its knots fixed at 0 and 1, LiSA its slopes too. The paper sets high from the data and freezes the " +
      "start for some epochs; here it is 1. Starts as a leaky relu of slope 0.2.",
  },
  n_activation: {
    year: 2023,
    cite: "Prach & Lampert 2023, arXiv:2311.06103",
    survey: "4.33.1",
    note: "No published start was found; libraries have -0.5 and 0.5, or -1 and 1.",
  },
  piecewise_linear_unit: {
    year: 2018,
    cite: "Nicolae 2018, arXiv:1809.09534",
    survey: "4.35",
    aliases: [{ name: "plu" }],
  },
  adaptive_linear: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.36",
    aliases: [{ name: "adalu" }],
    note: "Only transcriptions of the survey were found. The start is theirs.",
  },
};
