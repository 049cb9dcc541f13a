import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { RunError } from "./run-error.js";

/**
 * Whether a path of a run's folder is a file that may be opened. Throws a `RunError` where something else is
 * in its place: a pipe would keep a reader waiting, a device may never end.
 */
export function fileKind(folder: string, path: string): "file" | "missing" {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "missing";
  if (stats.isFile()) return "file";
  throw notAFile(folder, path, stats);
}

/**
 * Opens a file of a run's folder for reading; also a swap just before cannot make it wait. Throws a
 * `RunError` as above.
 */
export function openFile(folder: string, path: string): number {
  fileKind(folder, path);
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(fd);
  if (stats.isFile()) return fd;
  closeSync(fd);
  throw notAFile(folder, path, stats);
}

/** The text of a file of a run's folder. Throws a `RunError` as above. */
export function readText(folder: string, path: string): string {
  const fd = openFile(folder, path);
  try {
    return readFileSync(fd, "utf8");
  } finally {
    closeSync(fd);
  }
}

function notAFile(folder: string, path: string, stats: Stats): RunError {
  return new RunError(
    "run_damaged",
    folder,
    `${path} is ${kindOf(stats)}, where a run has a file; restore the file, or move this away and run the sweep again`,
  );
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  if (stats.isSocket()) return "a socket";
  return stats.isCharacterDevice() || stats.isBlockDevice() ? "a device" : "no file";
}
