import { type PointSpec, stepsOf, stepsPerEpoch } from "@actbench/core/internal";

/** Epochs a point trains for; the last may be partial. */
export function epochsOf(spec: PointSpec): number {
  return Math.ceil(stepsOf(spec) / Math.max(1, stepsPerEpoch(spec)));
}

/**
 * The update after which a point is compared at a rung: the end of the rung's epoch, or its own end before
 * that.
 */
export function rungStep(spec: PointSpec, epoch: number): number {
  return Math.min(epoch * stepsPerEpoch(spec), stepsOf(spec));
}
