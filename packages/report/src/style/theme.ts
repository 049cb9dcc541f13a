import { CATEGORIES, CLASSES, HEAT, LAYERS, SPLITS } from "./palette.js";

const inks = (scheme: "light" | "dark"): string =>
  [
    ...CATEGORIES.map((ink, i) => `--c${i}:${ink[scheme]}`),
    ...HEAT.map((ink, i) => `--h${i + 1}:${ink[scheme]}`),
    ...SPLITS.map((ink, i) => `--p${i}:${ink[scheme]}`),
    ...LAYERS.map((ink, i) => `--l${i}:${ink[scheme]}`),
    ...CLASSES.map((ink, i) => `--r${i}:${ink[scheme]}`),
  ].join(";");

const LIGHT = `--paper:#fff;--panel:#f6f7f9;--ink:#1c2128;--soft:#57606a;--rule:#e3e7ec;--grid:#e9ecf0;--accent:#0b5cad;--good:#0a7a55;--bad:#b3410a;--wash:#eef4fb;--zero:#f1f3f5;--edge:#1c212826;${inks("light")}`;
const DARK = `--paper:#0f1318;--panel:#161b22;--ink:#e4e9ef;--soft:#9aa6b2;--rule:#2a323c;--grid:#252c35;--accent:#6cb0f5;--good:#3ecf9c;--bad:#ff9a5c;--wash:#182434;--zero:#1b2129;--edge:#000000b0;${inks("dark")}`;

/** The light colors by name, for files without a style sheet of variables. */
export const LIGHT_COLORS: ReadonlyMap<string, string> = new Map(
  LIGHT.split(";").map((entry) => {
    const [name = "", color = ""] = entry.slice(2).split(":");
    return [name, color];
  }),
);

const inked = (letter: string, list: readonly unknown[]): string =>
  list.map((_, i) => `.${letter}${i}{color:var(--${letter}${i})}`).join("");
const colors = [inked("c", CATEGORIES), inked("p", SPLITS), inked("l", LAYERS)].join("");
const regions = CLASSES.map(
  (_, i) => `.r${i}{fill:var(--r${i})}.e${i}{fill:color-mix(in srgb,var(--r${i}) 45%,var(--ink))}`,
).join("");
const heat = HEAT.map((_, i) => `.h${i + 1}{fill:var(--h${i + 1})}`).join("");

/**
 * Colors as variables, so that light, dark and print need no second drawing; and the classes that give them
 * to marks.
 */
export const theme = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
${colors}.c10{color:var(--soft)}${heat}${regions}`;
