import { league } from "./league/league.mjs";
import { studyPage } from "./page.mjs";

/**
 * Kinds of pages, by the name that the line `# Page: …` of a sweep file gives; `study` without one. `make`
 * writes the page and the files beside it from the records; `compact`: records are kept in a few numbers
 * each; `collect` takes what is measured once, at the run, into their head.
 */
export const PAGES = { study: { make: studyPage }, league };
