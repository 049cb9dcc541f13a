import type { FormulaActivationSpec } from "../contract/spec.js";
import { varianceMapOf } from "./variance-map.js";

/**
 * What becomes of a signal whose second moment starts at half its fixed point, with weights scaled by the
 * gain.
 */
export type SignalDepth =
  /** Below 1/1000 after this many layers. */
  | { readonly fate: "dies"; readonly layers: number }
  /** Within 1 % of its fixed point after this many layers. */
  | { readonly fate: "recovers"; readonly layers: number }
  /** At another fixed point, q. */
  | { readonly fate: "settles"; readonly q: number }
  /** None of these within 1,000 layers, or it does not move at all. */
  | { readonly fate: "stays" };

const START = 0.5;
const DEAD = 1e-3;
const RECOVERED = 0.01;
const MAX_LAYERS = 1000;
/** Smallest step between layers that is a movement, not rounding. */
const STILL = 1e-9;

/** Follows `varianceMap` from q = 1/2 downwards to death or back to 1. */
export function signalDepth(spec: FormulaActivationSpec): SignalDepth {
  const map = varianceMapOf(spec);
  let q = START;
  for (let layers = 1; layers <= MAX_LAYERS; layers++) {
    const next = map(q);
    if (next < DEAD) return { fate: "dies", layers };
    if (Math.abs(next - 1) < RECOVERED) return { fate: "recovers", layers };
    if (Math.abs(next - q) < STILL) return layers === 1 ? { fate: "stays" } : { fate: "settles", q: next };
    q = next;
  }
  return { fate: "stays" };
}
