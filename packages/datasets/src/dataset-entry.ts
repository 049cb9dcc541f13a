import type { Dataset } from "@actbench/core/internal";

/** Where `loadDataset` looks besides the catalog. */
export interface LoadOptions {
  /** Folder of kept sets; default: `cacheFolder()`. */
  readonly cache?: string;
}

/** What a reader should know of a dataset before it is loaded. */
export interface DatasetAbout {
  readonly name: string;
  /** One sentence: what an example is and what is predicted. */
  readonly description: string;
  /** Who made it, or how. */
  readonly source: string;
  readonly license: string;
  /** Width and height where an example is a picture. */
  readonly image?: readonly [width: number, height: number];
  /** What the classes 0, 1, … are called, where they have names. */
  readonly classNames?: readonly string[];
  /** What the inputs are called, where they have names. */
  readonly inputNames?: readonly string[];
}

/** Where the files of a set that does not come with actbench can be had, and what they must be. */
export interface Download {
  /** The folder's address. */
  readonly from: string;
  /** SHA-256 of each unpacked file, by its name without `.gz`. */
  readonly sha256: Readonly<Record<string, string>>;
  /** A folder where a package of the operating system puts the files. */
  readonly folder?: string;
  /** The command that installs that package. */
  readonly install?: string;
}

/** One dataset by name: what it is and how it is loaded. Loading never touches the network. */
export interface DatasetEntry extends DatasetAbout {
  /** Absent: the set comes with actbench, or is generated. */
  readonly download?: Download;
  load(): Promise<Dataset>;
}

/** A dataset in memory that still knows what it is. */
export interface LoadedDataset extends Dataset {
  readonly about: DatasetAbout;
  /** What a user should know of how own data was read, a sentence each; absent for a set that has a name. */
  readonly remarks?: readonly string[];
}
