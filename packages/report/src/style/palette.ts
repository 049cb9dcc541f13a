import { interpolateInferno, interpolateViridis, interpolateYlOrRd } from "d3-scale-chromatic";

/** One color for paper and one for a dark screen. */
interface Ink {
  readonly light: string;
  readonly dark: string;
}

/**
 * Ten colors for activations, each with a contrast of 3 : 1 or more on its ground. No two are nearer than a
 * CIEDE2000 distance of 12, for usual sight and as protanopia and deuteranopia are simulated (Machado,
 * Oliveira and Fernandes 2009): found by a search that began at Okabe and Ito's set. Names are always shown:
 * color is never the only cue.
 */
export const CATEGORIES: readonly Ink[] = [
  { light: "#ab4d02", dark: "#da6305" },
  { light: "#2172cd", dark: "#42aef8" },
  { light: "#3fa483", dark: "#5dcea1" },
  { light: "#bc8106", dark: "#e1af46" },
  { light: "#b74a86", dark: "#da3587" },
  { light: "#2926c7", dark: "#7359ff" },
  { light: "#449ccb", dark: "#b4e1fc" },
  { light: "#850a27", dark: "#db5668" },
  { light: "#414953", dark: "#96a3b5" },
  { light: "#647e53", dark: "#e6f900" },
];

/** Train, validation and test, or what else is drawn of one trial: none is the color of an activation. */
export const SPLITS: readonly Ink[] = [
  { light: "#5c6b5f", dark: "#d5dae0" },
  { light: "#00796b", dark: "#4fd8c4" },
  { light: "#a3158f", dark: "#f07be0" },
];

/** Classes over a plane of inputs, drawn as areas below lines and dots. */
export const CLASSES: readonly Ink[] = [
  { light: "#cdb8de", dark: "#5d4675" },
  { light: "#b5d9b0", dark: "#39663a" },
  { light: "#efd9a7", dark: "#73602f" },
  { light: "#a9d3dc", dark: "#2f5f6a" },
  { light: "#eabfc6", dark: "#74414b" },
  { light: "#d4d4d4", dark: "#55585c" },
  { light: "#e2e3a3", dark: "#666730" },
  { light: "#b9c6ea", dark: "#3f4d78" },
  { light: "#dcc3b0", dark: "#6b5140" },
  { light: "#f3c6e6", dark: "#6f3f62" },
];

/** Layers of a network, the first to the last. */
export const LAYER_STEPS = 8;
export const LAYERS: readonly Ink[] = Array.from({ length: LAYER_STEPS }, (_, i) => {
  const t = i / (LAYER_STEPS - 1);
  return { light: interpolateViridis(0.72 * t), dark: interpolateViridis(0.34 + 0.66 * t) };
});

/** Steps of a heat strip above 0; exactly 0 is paper. */
export const HEAT_STEPS = 10;

/**
 * Colors of the steps, lightest (dark: darkest) first: monotone in lightness, so that gray shows them too.
 */
export const HEAT: readonly Ink[] = Array.from({ length: HEAT_STEPS }, (_, i) => {
  const t = (i + 1) / HEAT_STEPS;
  return { light: interpolateYlOrRd(0.05 + 0.92 * t), dark: interpolateInferno(0.18 + 0.75 * t) };
});
