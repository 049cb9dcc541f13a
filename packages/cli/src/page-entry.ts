import { fileURLToPath } from "node:url";

/** The file that a page's thread runs; from `src` and from `dist` alike, the built one. */
export const PAGE_ENTRY = fileURLToPath(new URL("../dist/page-thread.bundle.js", import.meta.url));
