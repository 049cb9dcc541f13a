import type { CatalogSources } from "./catalog-source.js";

export const radialSources: CatalogSources = {
  piecewise_mexican_hat: {
    year: 2018,
    cite:
      "Liu, Zeng & Wang 2018, Multistability of recurrent neural networks with nonmonotonic activation " +
      "functions",
    survey: "3.23",
    aliases: [{ name: "pmaf" }],
    note:
      "The factor is 2 / (sqrt(3) pi^(1/4)), as of the wavelet; torch_activation reads it as 1 / (sqrt(3) " +
      "pi) less 1/4, and one library loses the square inside the parentheses. The slope turns at 0.",
  },
  piecewise_rbf: {
    year: 2018,
    cite:
      "Liu, Zeng & Wang 2018, Multistability of recurrent neural networks with nonmonotonic activation " +
      "functions",
    survey: "3.24",
    aliases: [{ name: "prbf" }, { name: "piecewise_radial_basis_function" }],
  },
  polyexp: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092, who did not see its origin either",
    survey: "3.38",
    note:
      "The exponential multiplies the whole parabola; torch_activation loses the parentheses, which leaves " +
      "an unbounded parabola. No published defaults: all four are 1 here.",
  },
  wave: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092, who did not see its origin either",
    survey: "3.41",
    note:
      "torch_activation loses the parentheses around 1 - x^2. No published default: decay is 1 here; with " +
      "1/2 it is the Mexican hat wavelet without its factor.",
  },
  tent: {
    year: 2019,
    cite: "Rozsa & Boult 2019, arXiv:1908.02435",
    survey: "4.2.27",
    note: "The authors advise a weight decay of its own on the height.",
  },
  hat: {
    year: 2022,
    cite: "Wang, Xu & Zhu 2022, CNNs with compact activation function",
    survey: "4.2.28",
    note:
      "The survey prints x in both middle pieces, which is no hat; width - x in the second is the first " +
      "order B-spline of the paper. Width 2 is the paper's.",
  },
};
