import type { PageCase } from "./page-case.js";

/** The table is compared with the code in initializations.test.ts. */
export const initializations: PageCase = { page: "docs/initializations.md" };
