import type { Activation } from "@actbench/core/internal";

/** The range of a parameter in brackets; empty where it has none. */
export function paramRange({ min, max }: Activation["params"][number]): string {
  if (min !== undefined && max !== undefined) return ` (${min} to ${max})`;
  if (min !== undefined) return ` (at least ${min})`;
  return max === undefined ? "" : ` (at most ${max})`;
}
