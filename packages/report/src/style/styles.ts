import { charts } from "./charts.js";
import { hero } from "./hero.js";
import { media } from "./media.js";
import { sections } from "./sections.js";
import { tables } from "./tables.js";
import { text } from "./text.js";
import { theme } from "./theme.js";

/** The page's only style. */
export const styles = [theme, text, tables, charts, sections, hero, media].join("\n");
