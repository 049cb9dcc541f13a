import { base64, sha256Hex } from "@actbench/core/internal";

/** The source expression by which a Content-Security-Policy allows exactly this inline text. */
export function cspHash(text: string): string {
  const hex = sha256Hex(text);
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return `'sha256-${base64(bytes)}'`;
}
