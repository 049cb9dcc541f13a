import type { Dataset } from "@actbench/core/internal";
import type { DatasetAbout } from "../dataset-entry.js";

/** Where a kept set came from: one address, folder or file, and the SHA-256 of what was read there. */
export interface Origin {
  readonly from: string;
  readonly sha256: Readonly<Record<string, string>>;
}

/** A fetched or imported set as its card in the cache records it; its rows are kept under the dataset's hash. */
export interface KeptSet {
  /** 3 where the dataset comes with validation rows, which a reader of format 2 does not know. */
  readonly format: 2 | 3;
  readonly about: DatasetAbout;
  readonly origin: Origin;
  readonly shape: Pick<Dataset, "kind" | "inputs" | "classes" | "trainRows" | "validationRows" | "testRows">;
  /** The dataset's hash: what was kept is what is loaded, or it is damaged. */
  readonly hash: string;
}
