import { type Claim, canonicalJson, sha256Hex } from "@actbench/core/internal";

/** SHA-256 of a study's claims as canonical JSON: the same as long as none is edited. */
export function claimsHash(claims: readonly Claim[]): string {
  return sha256Hex(canonicalJson(claims));
}
