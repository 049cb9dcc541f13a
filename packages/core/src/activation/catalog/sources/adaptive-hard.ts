import type { CatalogSources } from "./catalog-source.js";

export const adaptiveHardSources: CatalogSources = {
  adaptive_quadratic: {
    year: 2023,
    cite: "Wu et al. 2023, as quoted by Kunc & Kléma 2024",
    survey: "4.4.10",
    aliases: [{ name: "aqulu" }],
    note: "No published start was found; a transcription of the survey has this one.",
  },
  scaled_hardswish: {
    year: 2019,
    cite: "Avenash & Viswanath 2019, Semantic segmentation of satellite images using a modified CNN with Hard-Swish",
    survey: "4.32.3",
    note: "Called Hard-Swish too; hardswish is another function. adaptive_quadratic times 2 holds it.",
  },
  react_sign: {
    year: 2020,
    cite: "Liu, Shen, Savvides & Cheng 2020, arXiv:2003.03488",
    survey: "4.14",
    aliases: [{ name: "rsign" }],
    note: "Its slope is 0. The paper trains through it by the slope of another function, which a formula cannot say.",
  },
  trained_step: {
    year: 2018,
    cite: "Ertuğrul 2018, A novel type of activation function in artificial neural networks",
    survey: "4.56.4",
    note: "Its slope is 0. The paper fits the parameters without gradients, on random weights.",
  },
};
