import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { invalidUtf8, kindOfFile } from "@actbench/datasets";
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
 * The text of a file that exists. What it is and how large is checked before anything is read: a pipe or a
 * device may have no end. No byte of it is replaced: what is not UTF-8 is refused with its place. Throws a
 * `UsageError`.
 */
export function readUserText(path: string, expected: ExpectedFile): string {
  check(statSync(path), expected);
  const fd = openSync(path, FLAGS);
  try {
    check(fstatSync(fd), expected);
    return textOf(readFileSync(fd), expected);
  } finally {
    closeSync(fd);
  }
}

function check(stats: Stats, { name, what, maxBytes }: ExpectedFile): void {
  if (!stats.isFile()) throw new UsageError(`"${name}" is ${kindOfFile(stats)}; expected ${what}`);
  if (stats.size > maxBytes)
    throw new UsageError(`"${name}" has ${stats.size} bytes; ${what} has at most ${maxBytes}`);
}

function textOf(bytes: Buffer, { name, what }: ExpectedFile): string {
  const bad = isUtf8(bytes) ? undefined : invalidUtf8(bytes);
  if (bad !== undefined) {
    const shown = `0x${(bytes[bad] ?? 0).toString(16).padStart(2, "0")}`;
    throw new UsageError(`"${name}" is not UTF-8: ${placeOf(bytes, bad)} is ${shown}`, cureOf(bytes, bad));
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    throw new UsageError(
      `"${name}" is not text: ${placeOf(bytes, nul)} is NUL`,
      `expected ${what}, saved as UTF-8`,
    );
  return bytes.toString("utf8");
}

function placeOf(bytes: Buffer, at: number): string {
  const before = bytes.subarray(0, at);
  const line = before.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  const column = before.subarray(before.lastIndexOf(10) + 1).toString("utf8").length + 1;
  return `byte ${at + 1} (line ${line}, column ${column})`;
}

const SHOWN = 20;

function cureOf(bytes: Buffer, at: number): string {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (at === 0 && (mark === "fffe" || mark === "feff")) return "it begins as UTF-16 does; save it as UTF-8";
  const around = bytes.subarray(Math.max(0, at - SHOWN), at + SHOWN).toString("latin1");
  const from = Math.min(at, SHOWN);
  const [start = ""] = /[^\s"']*$/.exec(around.slice(0, from)) ?? [];
  const [rest = ""] = /^[^\s"']*/.exec(around.slice(from)) ?? [];
  return `save it as UTF-8; as Latin-1 it reads "${start}${rest}" there`;
}
