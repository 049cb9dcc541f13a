import type { Dataset } from "./dataset.js";

/** An executor was not given the data that a trial was planned for. */
export class MissingDatasetError extends Error {
  override readonly name = "MissingDatasetError";
  readonly code = "dataset_missing";
}

/**
 * The dataset a trial was planned for, found by its hash: other data of the same name would make it another
 * trial. Throws a {@link MissingDatasetError}.
 */
export function findDataset(wanted: Pick<Dataset, "name" | "hash">, datasets: readonly Dataset[]): Dataset {
  const dataset = datasets.find(({ hash }) => hash === wanted.hash);
  if (dataset !== undefined) return dataset;
  const held = datasets.map(({ name, hash }) => `${name} ${hash.slice(0, 8)}`).join(", ") || "none";
  throw new MissingDatasetError(
    `the trial needs ${wanted.name} ${wanted.hash.slice(0, 8)}; this executor was given ${held}`,
  );
}
