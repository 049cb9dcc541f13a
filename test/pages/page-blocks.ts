import { readFileSync } from "node:fs";
import { ROOT } from "../actbench.js";

/** A fenced block of a page. */
export interface PageBlock {
  /** What stands behind the fence: `sh`, `yaml`, `ts`, …; empty where nothing does. */
  readonly kind: string;
  readonly text: string;
  /** The file that the block is, where its first line is a comment that names one. */
  readonly file: string | undefined;
  /** Command lines of an `sh` block, remarks left out; a script (`#!`) is one. */
  readonly lines: readonly string[];
}

/** The fenced blocks of a page, in its order. */
export function pageBlocks(page: string): readonly PageBlock[] {
  const text = readFileSync(`${ROOT}${page}`, "utf8");
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = "", block = ""]) => ({
    kind,
    text: block,
    file: /^(?:#|\/\/) (\S+\.\w+)\n/.exec(block)?.[1],
    lines: kind === "sh" ? commandLines(block) : [],
  }));
}

function commandLines(block: string): readonly string[] {
  if (block.startsWith("#!")) return [block];
  return block
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}
