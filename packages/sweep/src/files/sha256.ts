import { createHash } from "node:crypto";

/** SHA-256 of a text, as hexadecimal digits. */
export function sha256(data: string): string {
  return createHash("sha256").update(data).digest("hex");
}
