import type { PointSpec } from "@actbench/core/internal";

/** The specs of trials, by id. */
export type SpecsById = ReadonlyMap<string, PointSpec>;
