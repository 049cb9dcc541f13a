import { CATEGORIES, LAYER_STEPS } from "../style/palette.js";

/** The number of an activation that has no color of its own, because too many are shown. */
export const UNCOLORED = CATEGORIES.length;

/** The class that gives an activation's color to a mark. */
export function colorClass(color: number): string {
  return `c${Math.min(color, UNCOLORED)}`;
}

/** The class of a layer's color, of `layers` in all: the first and the last have the ends of the ramp. */
export function layerClass(layer: number, layers: number): string {
  return `l${Math.round((layer * (LAYER_STEPS - 1)) / Math.max(1, layers - 1))}`;
}
