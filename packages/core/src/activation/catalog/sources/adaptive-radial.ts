import type { CatalogSources } from "./catalog-source.js";

export const adaptiveRadialSources: CatalogSources = {
  adaptive_rbf: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.8",
    aliases: [{ name: "arbf" }],
    note: "No published start was found. With width sqrt(1/2) it is gaussian.",
  },
  exponential_distance: {
    year: 2018,
    cite: "Ertuğrul 2018, A novel type of activation function in artificial neural networks",
    survey: "4.56.4",
    note: "No published start was found.",
  },
  expcos: {
    cite: "as quoted by Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "4.43",
    note: "The survey's name. No published start was found.",
  },
  mixture_of_gaussians: {
    year: 2018,
    cite: "Wang, Liu & Foroosh 2018, Look-up table unit activation function",
    survey: "4.48.10",
    aliases: [{ name: "mogu" }],
    note:
      "Sources have scale / sqrt(2 pi deviation^2) or the root over the scale too; the first is used, as a root of a " +
      "scale below 0 is not real. With three terms; neither their number nor a start was found.",
  },
};
