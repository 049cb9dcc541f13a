import { fileURLToPath } from "node:url";

/** The root of this clone, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
