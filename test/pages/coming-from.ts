import type { PageCase } from "./page-case.js";

/** Files of other tools, and their formulas, are valid. */
export const comingFrom: PageCase = { page: "docs/coming-from.md" };
