import { charts } from "../style/charts.js";
import { LIGHT_COLORS } from "../style/theme.js";

/** How large the words of a figure are beside its marks: as on a page, or larger, for a projector. */
export const FIGURE_STYLES = ["paper", "slides"] as const;
export type FigureStyle = (typeof FIGURE_STYLES)[number];

// What renderers of SVG files do not know would be left out in silence, so every color is written as it is,
// and rules for a pointer or a focus are left out.
const known = (rule: string): boolean =>
  !/:is\(|:hover|:focus|cursor|position|\.tip|tabindex|@media/.test(rule);

/**
 * The style sheet of a figure's file: that of the page in its light colors, without what only a browser
 * knows.
 */
export const figureStyle: string = [
  ...[...LIGHT_COLORS]
    .filter(([name]) => /^[cpl]\d+$/.test(name))
    .map(([name, color]) => `.${name}{color:${color}}`),
  ...[...LIGHT_COLORS]
    .filter(([name]) => /^[hr]\d+$/.test(name))
    .map(([name, color]) => `.${name}{fill:${color}}`),
  ...[...LIGHT_COLORS]
    .filter(([name]) => /^r\d+$/.test(name))
    .map(([name]) => `.e${name.slice(1)}{fill:${LIGHT_COLORS.get("ink")}}`),
  `.c10{color:${LIGHT_COLORS.get("soft")}}`,
  ...charts.split("\n").filter(known),
  "svg{font-family:'DejaVu Sans',sans-serif}",
  "text{stroke:none}",
  `.verdicts text,.verdicts .strong{font-size:12px}.verdict-word{font-weight:bold}`,
  `.verdicts .tone-good{fill:${LIGHT_COLORS.get("good")}}.verdicts .tone-bad{fill:${LIGHT_COLORS.get("bad")}}`,
]
  .join("\n")
  .replace(/var\(--([\w-]+)\)/g, (_, name: string) => LIGHT_COLORS.get(name) ?? "#000");
