import { definedFamily } from "./defined-family.js";

/** Polynomials and fractions of polynomials with learned coefficients. */
export const adaptivePolynomial = definedFamily("polynomial", [
  {
    name: "self_learnable",
    params: {
      a_0: { default: 0, trainable: true, per: "unit" },
      a_1: { default: 0.5, trainable: true, per: "unit" },
      a_2: { default: 0.25, trainable: true, per: "unit" },
      a_3: { default: 0, trainable: true, per: "unit" },
    },
    formula: "a_0 + x * (a_1 + x * (a_2 + x * a_3))",
    summary: "a learned cubic",
  },
  {
    name: "chebyshev",
    params: {
      a_0: { default: 0.3183, trainable: true },
      a_1: { default: 0.5, trainable: true },
      a_2: { default: 0.2122, trainable: true },
      a_3: { default: 0, trainable: true },
    },
    formula: "a_0 - a_2 + x * (a_1 - 3 * a_3 + x * (2 * a_2 + 4 * a_3 * x))",
    summary: "a learned sum of Chebyshev polynomials up to degree 3",
  },
  {
    name: "legendre",
    params: {
      a_0: { default: 0.25, trainable: true },
      a_1: { default: 0.5, trainable: true },
      a_2: { default: 0.3125, trainable: true },
      a_3: { default: 0, trainable: true },
    },
    formula: "a_0 - 0.5 * a_2 + x * (a_1 - 1.5 * a_3 + x * (1.5 * a_2 + 2.5 * a_3 * x))",
    summary: "a learned sum of Legendre polynomials up to degree 3",
  },
  {
    name: "hermite",
    params: {
      a_0: { default: 0.2821, trainable: true },
      a_1: { default: 0.25, trainable: true },
      a_2: { default: 0.0705, trainable: true },
      a_3: { default: 0, trainable: true },
    },
    formula: "a_0 - 2 * a_2 + x * (2 * a_1 - 12 * a_3 + x * (4 * a_2 + 8 * a_3 * x))",
    summary: "a learned sum of Hermite polynomials up to degree 3",
  },
  {
    name: "pade",
    params: {
      a_0: { default: 0.02996348, trainable: true },
      a_1: { default: 0.61690165, trainable: true },
      a_2: { default: 2.37539147, trainable: true },
      a_3: { default: 3.06608078, trainable: true },
      a_4: { default: 1.52474449, trainable: true },
      a_5: { default: 0.25281987, trainable: true },
      b_1: { default: 1.19160814, trainable: true },
      b_2: { default: 4.40811795, trainable: true },
      b_3: { default: 0.91111034, trainable: true },
      b_4: { default: 0.34885983, trainable: true },
    },
    formula:
      "(a_0 + x * (a_1 + x * (a_2 + x * (a_3 + x * (a_4 + x * a_5))))) / " +
      "(1 + abs(x * (b_1 + x * (b_2 + x * (b_3 + x * b_4)))))",
    summary: "a learned fraction of polynomials that starts near relu",
  },
  {
    name: "rational",
    params: {
      a_0: { default: 0.0218, trainable: true },
      a_1: { default: 0.5, trainable: true },
      a_2: { default: 1.5957, trainable: true },
      a_3: { default: 1.1915, trainable: true },
      b_1: { default: 0, min: -1, max: 1, trainable: true },
      b_2: { default: 2.383, min: 0.3, trainable: true },
    },
    formula: "(a_0 + x * (a_1 + x * (a_2 + x * a_3))) / (1 + x * (b_1 + x * b_2))",
    summary: "a learned cubic over a learned square that starts near relu",
  },
]);
