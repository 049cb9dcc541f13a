import { wholeNumber } from "@actbench/core/text";
import type { PlannedRung, PlanTable } from "@actbench/sweep";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { table } from "../terminal/table.js";

/** An axis with more values than this is shown as its first value, its last value and their number. */
const LISTED_VALUES = 16;

/** The axes of a plan and their values. */
export function axesText({ axes }: Pick<PlanTable, "axes">): string {
  const rows = axes.map(({ name, values }) => [name, valuesText(values)]);
  return rows.length === 0
    ? "no axes: one configuration"
    : table([{ title: "axis" }, { title: "values" }], rows);
}

function valuesText(values: readonly string[]): string {
  if (values.length <= LISTED_VALUES) return values.join(", ");
  return `${values.slice(0, 3).join(", ")}, … ${values.slice(-3).join(", ")} (${wholeNumber(values.length)} values)`;
}

/**
 * One line per rung: `after epoch 3 the best 3 of 9 configurations continue, compared within each
 * activation`.
 */
export function rungsText(rungs: readonly PlannedRung[], within: readonly string[] = []): string {
  const among = within.length === 0 ? "" : `, compared within each ${within.join(" and ")}`;
  const hasBrackets = rungs.some(({ bracket }) => bracket > 1);
  return rungs
    .map(
      ({ bracket, epoch, points, survivors }) =>
        `${hasBrackets ? `bracket ${bracket}: ` : ""}after epoch ${epoch} the best ${survivors} of ${points} configurations continue${among}`,
    )
    .join("\n");
}

/** What follows the trials of a plan: `then up to 7 finalists × 10 fresh seeds = 70 trials`. */
export function confirmText({ seeds, points }: NonNullable<PlanTable["confirm"]>): string {
  return `then up to ${plural(points, "finalist")} × ${plural(seeds, "fresh seed")} = ${plural(points * seeds, "trial")}`;
}

/** One line per trial: number, id, seed, point. Padded by hand: a table of 100,000 rows takes minutes. */
export function trialsText({ rows }: Pick<PlanTable, "rows">): string {
  const width = `${rows.length}`.length;
  const seedWidth = rows.reduce((widest, { seed }) => Math.max(widest, `${seed}`.length), 0);
  return rows
    .map(
      ({ trial, id, seed, label }) =>
        `${`${trial}`.padStart(width)}  ${id.slice(0, 8)}  seed ${`${seed}`.padEnd(seedWidth)}  ${oneLine(label)}`,
    )
    .join("\n");
}
