import { createHash } from "node:crypto";
import { parse } from "yaml";

/** Keys that may change without training anything again. */
const FREE = ["claims", "baseline", "stats", "budget", "workers", "seeds"];

/** SHA-256 of what a sweep file and its overrides say of points: comments, claims and seeds apart. */
export function configDigest(text, overrides) {
  const rest = Object.entries(parse(text)).filter(([key]) => !FREE.includes(key));
  return createHash("sha256")
    .update(JSON.stringify([rest, overrides]))
    .digest("hex");
}
