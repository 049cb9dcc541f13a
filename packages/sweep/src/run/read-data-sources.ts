import { RunError } from "../files/run-error.js";
import { absoluteSources, type DataSources } from "./data-sources.js";
import { readLock } from "./locked-study.js";

/**
 * Where the own data of a run lay when the run was begun or last changed; empty where its lock does not say.
 */
export function readDataSources(folder: string): DataSources {
  try {
    return absoluteSources(folder, readLock(folder)?.sources ?? {});
  } catch (error) {
    if (error instanceof RunError) return {};
    throw error;
  }
}
