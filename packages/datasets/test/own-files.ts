import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import { afterEach, beforeEach } from "vitest";
import { loadSource } from "../src/load-source.js";

/** A folder for each test, of which own data is loaded. */
export function ownFiles() {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "actbench-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    folder: (): string => folder,
    /** Writes a file; gives its name. */
    write: (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return name;
    },
    load: (source: DataSource) => loadSource("own", source, folder),
  };
}
