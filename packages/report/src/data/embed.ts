import { type Safe, trusted } from "../html/html.js";
import type { Run } from "../view/run.js";
import { encodeRun } from "./encode-run.js";

/** Where a page's data begins: this very text, so that a reader needs no HTML parser. */
export const DATA_OPEN = '<script type="application/json" class="run-data">';
export const DATA_CLOSE = "</script>";

/**
 * A run as a block that no browser executes or shows. With every `<` as `\u003c` nothing in it can end the block,
 * and U+2028 and U+2029 are escaped for readers that take lines.
 */
export function embedRun(run: Run): Safe {
  const json = encodeRun(run).replace(
    /[<\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return trusted(`${DATA_OPEN}${json}${DATA_CLOSE}\n`);
}
