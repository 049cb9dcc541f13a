import { catalog, type DatasetFacts } from "@actbench/core/internal";
import { type Catalogs, ConfigError, formatProblem, loadSweep, type Sweep } from "../src/index.js";

export const MNIST: DatasetFacts = {
  name: "mnist",
  hash: "5".repeat(64),
  kind: "u8",
  inputs: 784,
  classes: 10,
  stride: 784,
  density: 0.191,
  trainRows: 60_000,
  testRows: 10_000,
};

export const MOONS: DatasetFacts = {
  name: "two_moons",
  hash: "7".repeat(64),
  kind: "f32",
  inputs: 2,
  classes: 2,
  stride: 8,
  density: 1,
  trainRows: 1000,
  testRows: 200,
};

export const CARS: DatasetFacts = {
  name: "auto_mpg",
  hash: "9".repeat(64),
  kind: "f32",
  inputs: 9,
  classes: 0,
  targets: { names: ["miles per gallon"] },
  stride: 36,
  density: 1,
  trainRows: 314,
  testRows: 78,
  heldOut: true,
};

export const CATALOGS: Catalogs = {
  activations: catalog,
  datasets: [MNIST, MOONS, CARS],
  datasetNames: ["spirals"],
  fma: true,
};

/** A sweep of a text and overrides, with the catalog's activations and two datasets. */
export function load(text: string, ...overrides: string[]): Sweep {
  return loadSweep({ text, file: "s.yaml", overrides, catalogs: CATALOGS });
}

/** The problems of a text as lines; empty where there are none. */
export function problemsOf(text: string, ...overrides: string[]): readonly string[] {
  try {
    load(text, ...overrides);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem);
    throw error;
  }
}

/** Labels of a sweep's points. */
export function labelsOf(text: string, ...overrides: string[]): readonly string[] {
  return load(text, ...overrides).points.map(({ label }) => label);
}
