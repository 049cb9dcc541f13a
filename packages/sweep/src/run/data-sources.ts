import { isAbsolute, relative, resolve } from "node:path";

/** Folders that the paths of own data are relative to, absolute, by the dataset's name. */
export type DataSources = Readonly<Record<string, string>>;

/**
 * The same as a lock holds them: relative to the run's folder, where that is possible, with `/` between
 * names.
 */
export function relativeSources(folder: string, sources: DataSources): DataSources {
  return mapped(sources, (path) => relative(resolve(folder), path).replaceAll("\\", "/") || ".");
}

/** What a lock holds as absolute folders. */
export function absoluteSources(folder: string, sources: DataSources): DataSources {
  return mapped(sources, (path) => (isAbsolute(path) ? path : resolve(folder, path)));
}

function mapped(sources: DataSources, change: (path: string) => string): DataSources {
  return Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, change(path)]));
}
