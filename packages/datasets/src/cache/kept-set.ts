import type { Dataset } from "@actbench/core/internal";
import type { DatasetAbout } from "../dataset-entry.js";
import type { TargetParts } from "../target-scale.js";

/** Where a kept set came from: one address, folder or file, and the SHA-256 of what was read there. */
export interface Origin {
  readonly from: string;
  readonly sha256: Readonly<Record<string, string>>;
}

/**
 * A fetched or imported set as its card in the cache records it; its rows are kept under the dataset's hash.
 */
export interface KeptSet {
  /**
   * 4 where numbers are predicted, else 3 where it comes with validation rows: readers of lower formats do
   * not know of them.
   */
  readonly format: 2 | 3 | 4;
  readonly about: DatasetAbout;
  readonly origin: Origin;
  readonly shape: Pick<Dataset, "kind" | "inputs" | "classes" | "trainRows" | "validationRows" | "testRows">;
  /** How numbers to predict are learned; absent where rows have classes. */
  readonly targets?: TargetParts;
  /** Whether test rows were drawn from the training rows. */
  readonly heldOut?: true;
  /** The dataset's hash: what was kept is what is loaded, or it is damaged. */
  readonly hash: string;
}
