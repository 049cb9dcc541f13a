import type { Column } from "../terminal/column.js";
import { table } from "../terminal/table.js";
import type { Sort } from "./list-filter.js";
import type { ListRow } from "./list-row.js";

interface ListColumn extends Column {
  cell(row: ListRow): string;
}

const RIGHT = { align: "right" } as const;

/** What `activations list` prints: what is asked for stays where the terminal is narrow. */
export function listTable(
  rows: readonly ListRow[],
  { measured, sort, width }: { measured: boolean; sort: Sort | undefined; width: number },
): string {
  const minor = (level: number, by?: Sort): { readonly minor?: number } =>
    by !== undefined && by === sort ? {} : { minor: level };
  const columns: readonly ListColumn[] = [
    { title: "name", cell: ({ name }) => name },
    { title: "family", cell: ({ family }) => family },
    { title: "parameters", cell: paramsText },
    { title: "monotone", ...minor(2), cell: ({ monotone }) => answer(monotone) },
    { title: "smooth", ...minor(2), cell: ({ smooth }) => answer(smooth) },
    { title: "range", ...minor(3), cell: rangeText },
    { title: "dead", ...minor(4), cell: ({ can_die }) => answer(can_die) },
    { title: "gain", ...RIGHT, ...minor(4, "gain"), cell: ({ gain }) => maybe(gain) },
    ...(sort === "lipschitz"
      ? [{ title: "Lipschitz", ...RIGHT, cell: ({ lipschitz }: ListRow) => maybe(lipschitz) }]
      : []),
    { title: "year", ...RIGHT, ...minor(4, "year"), cell: ({ year }) => `${year ?? ""}` },
    ...(measured
      ? [
          { title: "ns forward", ...RIGHT, cell: (row: ListRow) => row.forward_ns?.toFixed(2) ?? "" },
          { title: "ns with derivative", ...RIGHT, cell: (row: ListRow) => row.both_ns?.toFixed(2) ?? "" },
        ]
      : []),
  ];
  return table(
    columns,
    rows.map((row) => columns.map(({ cell }) => cell(row))),
    width,
  );
}

/** More characters of parameters would push what matters out of a terminal; `show` and the JSON have all. */
const PARAMS_WIDTH = 34;

function paramsText({ params }: ListRow): string {
  const texts = params.map(
    (param) => `${param.name}=${short(param.default)}${param.trainable ? " (trained)" : ""}`,
  );
  const text = texts.join(", ");
  if (text.length <= PARAMS_WIDTH) return text;
  const fitting = texts.filter((_, i) => texts.slice(0, i + 1).join(", ").length <= PARAMS_WIDTH - 3);
  return [...(fitting.length > 0 ? fitting : texts.slice(0, 1)), "…"].join(", ");
}

function rangeText({ formula, range, inputs }: ListRow): string {
  if (formula === null) return "code";
  return range === null
    ? `${inputs} inputs`
    : range.map((end, side) => (end === null ? (side === 0 ? "−∞" : "∞") : short(end))).join(" … ");
}

const answer = (claim: boolean | null): string => (claim === null ? "" : claim ? "yes" : "no");

const maybe = (value: number | null): string => (value === null ? "" : short(value));

const short = (value: number): string => `${Number(value.toPrecision(4))}`;
