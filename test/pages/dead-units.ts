import type { PageCase } from "./page-case.js";
import { SMALLER } from "./small-run.js";

/** A sweep too fast for relu, and the life of one unit. */
export const deadUnits: PageCase = { page: "docs/dead-units.md", smaller: { run: SMALLER } };
