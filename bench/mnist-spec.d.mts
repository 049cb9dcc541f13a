import type { Dataset, Numerics, TrialSpec } from "../packages/core/dist/internal.js";

export function mnistSpec(
  mnist: Dataset,
  options: {
    readonly numerics: Numerics;
    readonly seed?: number;
    readonly steps?: number | null;
    readonly epochs?: number;
    readonly train?: number;
  },
): TrialSpec;
