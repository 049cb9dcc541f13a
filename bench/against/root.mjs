import { fileURLToPath } from "node:url";

/** The work tree that this file is in. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
