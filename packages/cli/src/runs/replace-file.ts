import { renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "@actbench/sweep";

/** Replaces a file whole or not at all; makes its folder where there is none. */
export function replaceFile(file: string, text: string): void {
  makeFolder(dirname(file));
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
