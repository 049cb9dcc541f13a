import type { Dataset } from "@actbench/core";

/** Where `loadDataset` looks beside the catalog. */
export interface LoadOptions {
  /** Folder of fetched sets; default: `cacheFolder()`. */
  readonly cache?: string;
}

/** What a reader should know of a dataset before it is loaded. */
export interface DatasetAbout {
  readonly name: string;
  /** One sentence: what an example is and what is to be told. */
  readonly description: string;
  /** Who made it, or how. */
  readonly source: string;
  readonly license: string;
  /** Width and height where an example is a picture. */
  readonly image?: readonly [width: number, height: number];
}

/** One dataset by name: what it is and how it is loaded. Loading never touches the network. */
export interface DatasetEntry extends DatasetAbout {
  load(): Promise<Dataset>;
}

/** A dataset in memory that still knows what it is. */
export interface LoadedDataset extends Dataset {
  readonly about: DatasetAbout;
}
