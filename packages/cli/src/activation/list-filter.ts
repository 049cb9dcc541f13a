import { nearestName } from "@actbench/core/internal";
import type { ValueFlag } from "../command/flag.js";
import { UsageError } from "../usage-error.js";
import type { ListRow } from "./list-row.js";

/** Years from one to another, both with their ends. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export const SORTS = ["name", "family", "year", "gain", "lipschitz"] as const;
export type Sort = (typeof SORTS)[number];

export interface ListFilter {
  readonly family: string | undefined;
  readonly year: Years | undefined;
  readonly dead: boolean;
  readonly nonMonotone: boolean;
  readonly trained: boolean;
}

/** A year, or years: `2017`, `2015-2019`, `2015-`, `-2010`. */
export const yearFlag: ValueFlag<Years> = {
  kind: "value",
  describe: "only those first published then",
  placeholder: "Y|FROM-TO",
  expects: "a year such as 2017, or years such as 2015-2019, 2015- or -2010",
  parse: (text) => {
    const [, from = "", dash = "", to = ""] = /^(\d{4})?(-)?(\d{4})?$/.exec(text) ?? [];
    if (from === "" && to === "") return undefined;
    const years = {
      from: from === "" ? Number.NEGATIVE_INFINITY : Number(from),
      to: to !== "" ? Number(to) : dash === "" ? Number(from) : Number.POSITIVE_INFINITY,
    };
    return years.from <= years.to ? years : undefined;
  },
};

/**
 * The rows that are asked for. What is not known of an activation, such as its year, does not meet a
 * condition on it. Throws a `UsageError` for a family that none has.
 */
export function filteredRows(rows: readonly ListRow[], filter: ListFilter): readonly ListRow[] {
  const { family, year, dead, nonMonotone, trained } = filter;
  const families = [...new Set(rows.map((row) => row.family))];
  if (family !== undefined && !families.includes(family)) {
    const near = nearestName(family, families);
    throw new UsageError(
      `there is no family "${family}"`,
      near === undefined ? `there are ${families.join(", ")}` : `did you mean ${near}?`,
    );
  }
  return rows.filter(
    (row) =>
      (family === undefined || row.family === family) &&
      (year === undefined || (row.year !== null && year.from <= row.year && row.year <= year.to)) &&
      (!dead || row.can_die === true) &&
      (!nonMonotone || row.monotone === false) &&
      (!trained || row.params.some(({ trainable }) => trainable)),
  );
}

/** The rows in another order; what has no such number comes last. */
export function sortedRows(rows: readonly ListRow[], by: Sort | undefined): readonly ListRow[] {
  switch (by) {
    case undefined:
      return rows;
    case "name":
    case "family":
      return rows.toSorted((a, b) => (a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : 0));
    case "year":
    case "gain":
    case "lipschitz":
      return rows.toSorted(
        (a, b) => (a[by] ?? Number.POSITIVE_INFINITY) - (b[by] ?? Number.POSITIVE_INFINITY) || 0,
      );
    default:
      return by satisfies never;
  }
}
