import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import { DatasetError, type LoadedDataset, loadSource } from "@actbench/datasets";
import type { OwnData } from "@actbench/sweep";
import { isInsideProject } from "../project/is-inside-project.js";

/** Loads the data that a sweep file in `folder` describes. Throws a `DatasetError`. */
export function loadOwn({ name, source }: OwnData, folder: string): Promise<LoadedDataset> {
  return loadSource(name, checkPaths(source, folder), folder);
}

/** A sweep file may come from a stranger: it may read only files of its own project. */
function checkPaths(source: DataSource, folder: string): DataSource {
  const { csv = [], npy = [], npz = [], idx = [] } = source;
  for (const path of [csv, npy, npz, idx].flat())
    if (existsSync(resolve(folder, path)) && !isInsideProject(resolve(folder, path), folder))
      throw new DatasetError(
        "dataset_refused",
        `${path} is outside the project of the sweep file; copy it there, or import it: actbench datasets import NAME ${path}`,
      );
  return source;
}
