import { readFileSync } from "node:fs";

/** The version of this package. */
export const VERSION = readVersion(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

function readVersion(shell: string): string {
  const { version } = JSON.parse(shell) as { readonly version: string };
  return version;
}
