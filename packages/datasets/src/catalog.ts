import type { DatasetEntry } from "./dataset-entry.js";
import { mnist } from "./mnist.js";
import { spirals } from "./spirals.js";
import { twoMoons } from "./two-moons.js";

/** Every dataset that comes with actbench; the command line, the tests and the docs read this list. */
export const datasetCatalog: readonly DatasetEntry[] = [mnist, twoMoons, spirals];
