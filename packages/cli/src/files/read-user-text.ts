import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { kindOfFile } from "@actbench/datasets";
import { UsageError } from "../usage-error.js";

// Between the check and the opening a pipe may take the file's place: opening it must not wait for a writer.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** What a user's file should be, for errors. */
export interface ExpectedFile {
  /** As the user wrote it. */
  readonly name: string;
  /** `a sweep file`, `a report page`, … */
  readonly what: string;
  readonly maxBytes: number;
}

/**
 * The text of a file that exists. What it is and how large is checked before anything is read: a pipe or a device may
 * have no end. Throws a `UsageError`.
 */
export function readUserText(path: string, expected: ExpectedFile): string {
  check(statSync(path), expected);
  const fd = openSync(path, FLAGS);
  try {
    check(fstatSync(fd), expected);
    return readFileSync(fd, "utf8");
  } finally {
    closeSync(fd);
  }
}

function check(stats: Stats, { name, what, maxBytes }: ExpectedFile): void {
  if (!stats.isFile()) throw new UsageError(`"${name}" is ${kindOfFile(stats)}; expected ${what}`);
  if (stats.size > maxBytes)
    throw new UsageError(`"${name}" has ${stats.size} bytes; ${what} has at most ${maxBytes}`);
}
