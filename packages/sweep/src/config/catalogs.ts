import type { Dataset } from "@actbench/core";

/** What a plan needs to know of a dataset: everything but the data. */
export type DatasetFacts = Omit<Dataset, "features" | "labels" | "stride">;

/** The names a sweep file may use, given by the caller: sweep knows no list of its own. */
export interface Catalogs {
  readonly activations: readonly { readonly name: string }[];
  /** Loaded datasets. */
  readonly datasets: readonly DatasetFacts[];
  /** Names that exist but are not loaded; only for the hint beside an unknown name. */
  readonly datasetNames?: readonly string[];
  /** Whether this machine fuses multiply-add: what `numerics: auto` becomes. */
  readonly fma: boolean;
}
