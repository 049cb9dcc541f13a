import { fileURLToPath } from "node:url";

/** The file that a thread of isolated timing runs: the built one, from `src` and from `dist` alike. */
export const SPEED_ENTRY = fileURLToPath(new URL("../dist/speed-worker.bundle.js", import.meta.url));
