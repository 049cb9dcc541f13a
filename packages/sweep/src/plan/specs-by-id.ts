import type { PointSpec } from "@actbench/core";

/** The specs of trials, by id. */
export type SpecsById = ReadonlyMap<string, PointSpec>;
