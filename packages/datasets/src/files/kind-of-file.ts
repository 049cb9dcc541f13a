import type { Stats } from "node:fs";

/** What a path leads to, in the words of an error: `a folder`, `a named pipe (FIFO)`, `a device`, … */
export function kindOfFile(stats: Stats): string {
  if (stats.isFile()) return "a file";
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe (FIFO)";
  if (stats.isSocket()) return "a socket";
  return stats.isCharacterDevice() || stats.isBlockDevice() ? "a device" : "not a regular file";
}
