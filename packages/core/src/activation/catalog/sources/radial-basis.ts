import type { CatalogSources } from "./catalog-source.js";

const COORDINATES = "Ramasinghe & Lucey 2021, Beyond periodicity, arXiv:2111.15135";
const WAVELETS = "Zhang & Benveniste 1992, Wavelet networks; Bozorgasl & Chen 2024, arXiv:2405.12832";

export const radialBasisSources: CatalogSources = {
  laplacian: {
    year: 2021,
    cite: COORDINATES,
    note:
      "Made for networks of coordinates. Its width is trained in one public implementation and 0.01 in " +
      "another.",
  },
  inverse_quadratic: {
    year: 2021,
    cite: COORDINATES,
    aliases: [{ name: "lorentzian" }],
    note: "Called quadratic there.",
  },
  inverse_multiquadric: {
    year: 1971,
    cite: "Hardy 1971, Multiquadric equations of topography; Ramasinghe & Lucey 2021, arXiv:2111.15135",
    note: "Called multi quadratic by Ramasinghe & Lucey.",
  },
  wendland: {
    year: 1995,
    cite: "Wendland 1995, Piecewise polynomial, positive definite and compactly supported radial functions",
    note: "The one with two continuous derivatives in up to three dimensions, phi(3, 1).",
  },
  thin_plate_spline: {
    year: 1977,
    cite: "Duchon 1977, Splines minimizing rotation-invariant semi-norms in Sobolev spaces",
  },
  bicentral: {
    year: 1997,
    cite: "Duch & Jankowski 1997, New neural transfer functions",
    aliases: [{ name: "biradial" }],
    note:
      "For one input. Published with the exponentials of width and steepness as parameters; the defaults " +
      "are chosen here.",
  },
  mexican_hat: {
    year: 1992,
    cite: WAVELETS,
    aliases: [{ name: "ricker" }],
    note: "Without its factor it is wave with decay 1/2. Code of Wav-KAN has it with the sign turned.",
  },
  morlet: {
    year: 1992,
    cite: WAVELETS,
    note:
      "The real part, with omega 5 as in Wav-KAN; others use 1.75. It is a Gabor function with one free " +
      "parameter.",
  },
  gaussian_derivative: {
    year: 1992,
    cite: WAVELETS,
    aliases: [{ name: "derivative_of_gaussian" }],
    note: "With the sign of the derivative; some have x exp(-x^2 / 2).",
  },
};
