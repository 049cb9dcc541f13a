import { definedFamily } from "./defined-family.js";

/** Waves with learned heights and frequencies. */
export const adaptivePeriodic = definedFamily("periodic", [
  {
    name: "sincos",
    params: {
      sine: { default: 1, trainable: true },
      omega_sine: { default: 1, trainable: true },
      cosine: { default: 1, trainable: true },
      omega_cosine: { default: 1, trainable: true },
    },
    formula: "sine * sin(omega_sine * x) + cosine * cos(omega_cosine * x)",
    summary: "a learned sine plus a learned cosine",
  },
  {
    name: "resonance_sine",
    params: {
      amplitude: { default: 1, trainable: true, per: "unit" },
      omega: { default: 1, trainable: true, per: "unit" },
      phase: { default: 0, trainable: true, per: "unit" },
    },
    formula: "amplitude * sin(omega * x + phase)",
    summary: "a sine with learned height, frequency and phase",
  },
  {
    name: "fourier_series",
    params: {
      offset: { default: 0, trainable: true, per: "unit" },
      omega: { default: 1, trainable: true, per: "unit" },
      cos_1: { default: 0, trainable: true, per: "unit" },
      cos_2: { default: 0, trainable: true, per: "unit" },
      cos_3: { default: 0, trainable: true, per: "unit" },
      cos_4: { default: 0, trainable: true, per: "unit" },
      cos_5: { default: 0, trainable: true, per: "unit" },
      sin_1: { default: 1.2732, trainable: true, per: "unit" },
      sin_2: { default: 0, trainable: true, per: "unit" },
      sin_3: { default: -0.1415, trainable: true, per: "unit" },
      sin_4: { default: 0, trainable: true, per: "unit" },
      sin_5: { default: 0.0509, trainable: true, per: "unit" },
    },
    formula:
      "offset + cos_1 * cos(omega * x) + sin_1 * sin(omega * x) + cos_2 * cos(2 * omega * x) + " +
      "sin_2 * sin(2 * omega * x) + cos_3 * cos(3 * omega * x) + sin_3 * sin(3 * omega * x) + " +
      "cos_4 * cos(4 * omega * x) + sin_4 * sin(4 * omega * x) + " +
      "cos_5 * cos(5 * omega * x) + sin_5 * sin(5 * omega * x)",
    summary: "a learned Fourier series of five terms",
  },
]);
