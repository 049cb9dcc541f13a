import { createHash } from "node:crypto";

/** SHA-256 of bytes, 64 hexadecimal digits. Node's own: ten times the speed of the portable one in core. */
export function sha256Of(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
