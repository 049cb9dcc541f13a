import { type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedRows, generatedNumbers } from "./generated-numbers.js";
import { normal } from "./normal.js";

const INPUTS = 10;

/** 10 sin(π x₁x₂) + 20 (x₃ − ½)² + 10 x₄ + 5 x₅ + noise, ten inputs uniform in [0, 1). */
export function generateFriedman1({ trainRows = 2000, testRows = 1000, noise = 1, seed = 0 } = {}): Dataset {
  const rows = (count: number): GeneratedRows => ({
    count,
    inputs: (_, stream) => Array.from({ length: INPUTS }, () => stream.uniform()),
  });
  return generatedNumbers({
    name: "friedman1",
    inputs: INPUTS,
    targets: ["y"],
    train: rows(trainRows),
    test: rows(testRows),
    value: ([x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0], stream) => [
      10 * sin(Math.PI * x1 * x2) + 20 * (x3 - 0.5) * (x3 - 0.5) + 10 * x4 + 5 * x5 + noise * normal(stream),
    ],
    rescale: "standardize",
    seed,
  });
}

/** The first function of Friedman 1991, Multivariate Adaptive Regression Splines, Annals of Statistics 19. */
export const friedman1: DatasetEntry = {
  name: "friedman1",
  description:
    "Ten uniform inputs of which five matter; predict 10 sin(π x1 x2) + 20 (x3 − 0.5)² + 10 x4 + 5 x5 with normal noise of deviation 1, learned standardized.",
  source: "generated; J. H. Friedman 1991, Multivariate Adaptive Regression Splines",
  license: "public domain",
  inputNames: Array.from({ length: INPUTS }, (_, i) => `x${i + 1}`),
  load: async () => generateFriedman1(),
};
