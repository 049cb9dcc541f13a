import type { Activation, DatasetFacts } from "@actbench/core/internal";

/** The names a sweep file may use, given by the caller: sweep has no list itself. */
export interface Catalogs {
  readonly activations: readonly Activation[];
  /** Loaded datasets. */
  readonly datasets: readonly DatasetFacts[];
  /** Names that exist but are not loaded; only for the hint with an unknown name. */
  readonly datasetNames?: readonly string[];
  /** Why a dataset that exists could not be loaded, by its name. */
  readonly datasetFaults?: ReadonlyMap<string, string>;
  /** Whether the executor fuses multiply-add: what `numerics: auto` becomes. */
  readonly fma: boolean;
}
