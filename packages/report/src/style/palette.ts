import { interpolateInferno, interpolateYlOrRd } from "d3-scale-chromatic";

/** One colour for paper and one for a dark screen. */
interface Ink {
  readonly light: string;
  readonly dark: string;
}

/**
 * Ten colours for activations: Okabe and Ito's set ("Color Universal Design", 2008), its light members
 * darkened to a contrast of 3 : 1 on white, extended by violet, brown and grey. Names are always shown: color
 * is never the only cue.
 */
export const CATEGORIES: readonly Ink[] = [
  { light: "#d55e00", dark: "#ff8a3d" },
  { light: "#0072b2", dark: "#4fa8e8" },
  { light: "#3a93c9", dark: "#8fd0f7" },
  { light: "#009e73", dark: "#35c99c" },
  { light: "#b97f00", dark: "#f0b429" },
  { light: "#c05a94", dark: "#e79ac6" },
  { light: "#7a5bb5", dark: "#b59cf0" },
  { light: "#8a5a3b", dark: "#c99a78" },
  { light: "#5f6b7a", dark: "#a3b0c0" },
  { light: "#6d8a00", dark: "#b4d233" },
];

/** Steps of a heat strip above 0; exactly 0 is paper. */
export const HEAT_STEPS = 10;

/** Colours of the steps, lightest (dark: darkest) first: monotone in lightness, so that grey shows them too. */
export const HEAT: readonly Ink[] = Array.from({ length: HEAT_STEPS }, (_, i) => {
  const t = (i + 1) / HEAT_STEPS;
  return { light: interpolateYlOrRd(0.05 + 0.92 * t), dark: interpolateInferno(0.18 + 0.75 * t) };
});
