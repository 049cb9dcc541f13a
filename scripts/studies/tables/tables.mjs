import { asPrinted } from "./as-printed.mjs";
import { cliff } from "./cliff.mjs";
import { collapsed } from "./collapsed.mjs";
import { cost } from "./cost.mjs";
import { gradients } from "./gradients.mjs";
import { layers } from "./layers.mjs";
import { learned } from "./learned.mjs";
import { sizes } from "./sizes.mjs";
import { spread } from "./spread.mjs";
import { timeTo } from "./time-to.mjs";
import { turnover } from "./turnover.mjs";
import { varianceMap } from "./variance-map.mjs";
import { zerosAndGap } from "./zeros-and-gap.mjs";

/**
 * What a study's page may show beside its points, by the name that the line `# Tables:` of its sweep file
 * gives. `needs`: what of the records it is made from, beside their last scores and rates: `curve`,
 * `gradients` or a field of units. `collect` takes what is measured once, at the run, into their head.
 * `lines(view, argument, known)` writes the table, `known` being the head and what the sweep file tells;
 * `files(view, argument, known)` draws what it shows.
 */
export const TABLES = {
  "as-printed": asPrinted,
  cliff,
  collapsed,
  cost,
  gradients,
  layers,
  learned,
  sizes,
  spread,
  "time-to": timeTo,
  turnover,
  "variance-map": varianceMap,
  "zeros-and-gap": zerosAndGap,
};

/** What a study's tables are made from. */
export function needsOf(tables) {
  return new Set(
    tables.flatMap(({ table, argument }) =>
      typeof table.needs === "function" ? table.needs(argument) : table.needs,
    ),
  );
}
