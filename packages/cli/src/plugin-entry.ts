import { fileURLToPath } from "node:url";

/** The file that a plugin's thread runs; from `src` and from `dist` alike, the built one. */
export const PLUGIN_ENTRY = fileURLToPath(new URL("../dist/plugin-thread.bundle.js", import.meta.url));
