import type { RunHistory } from "@actbench/core";
import type { Level } from "../verdict/level.js";
import { formatNumber } from "./format.js";

/** Why a run is tested at less than α, as a sentence; empty at the first look. */
export function levelWords({ look, alpha }: Level, history: RunHistory | undefined): string {
  if (look === 1) return "";
  const before = [...new Set(history?.looks.map(({ n }) => n))].slice(0, look - 1);
  const shown = before.length === 0 ? "" : ` at n = ${before.join(", ")}`;
  return `look ${look}: seeds were added after verdicts were shown${shown}, so α is ${formatNumber(alpha, 3)}`;
}
