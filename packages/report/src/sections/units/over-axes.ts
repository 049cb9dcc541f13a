import { type HeatCell, heatMap } from "../../charts/heat-map.js";
import type { Size } from "../../charts/sizes.js";
import type { DrawnChart } from "../../figure/drawn-chart.js";
import { formatMetric, MISSING, plural } from "../../format/format.js";
import { html, type Safe } from "../../html/html.js";
import { type MetricName, metricTitle } from "../../metrics/metric-name.js";
import { type HeatAxis, heatAxes } from "../../view/heat-axes.js";
import { type HeatTable, heatTable } from "../../view/heat-table.js";
import type { RunView } from "../../view/run-view.js";
import { shownAxis, shownValue } from "../shown-value.js";
import { tableBehind } from "../table-behind.js";
import { halfFigure } from "../wide-figure.js";

const RATES = ["dead_rate", "inactive_rate"] as const satisfies readonly MetricName[];
const MAX_MAPS = 3;
const MAX_ROWS = 40;
const MAX_COLUMNS = 16;

type AxisPair = readonly [row: HeatAxis, column: HeatAxis];

/**
 * Activation, or else the first axis, down; every other axis with several values across, the longest first.
 */
function pairsOf({ study }: RunView): readonly AxisPair[] {
  const varied = heatAxes(study).filter(({ values }) => values.length > 1);
  const row = varied.find(({ name }) => name === "activation") ?? varied[0];
  if (row === undefined) return [];
  return varied
    .filter((axis) => axis !== row)
    .toSorted(
      (a, b) =>
        b.values.length - a.values.length || Number(b.name === "train.lr") - Number(a.name === "train.lr"),
    )
    .slice(0, MAX_MAPS)
    .map((axis) => [row, axis]);
}

function cellsOf(
  { table, column: { name } }: { readonly table: HeatTable; readonly column: HeatAxis },
  metric: MetricName,
  row: number,
): readonly (HeatCell | undefined)[] {
  return table.columns.slice(0, MAX_COLUMNS).map((column, c) => {
    const entry = table.entries[row]?.[c];
    if (entry === undefined) return undefined;
    const { value, trials, diverged } = entry;
    const where = `${shownValue(table.rows[row] ?? "")}, ${shownAxis(name)} ${shownValue(column)}`;
    const troubles = diverged > 0 ? `, ${diverged} more diverged` : "";
    return {
      rate: value,
      text: value === undefined ? MISSING : formatMetric(metric, value).replace(" %", ""),
      label: `${where}: ${metricTitle(metric)} ${formatMetric(metric, value)}, ${plural(trials, "trial")}${troubles}`,
    };
  });
}

/**
 * Where units die, over the activation and the longest other axis; undefined where none was measured or one
 * axis varies.
 */
export function deadMap(view: RunView): DrawnChart | undefined {
  const [axes] = pairsOf(view);
  if (axes === undefined || view.points.every((point) => point.estimate("dead_rate") === undefined))
    return undefined;
  const { title, draw } = mapChart(view, axes, "dead_rate");
  return {
    title,
    draw,
    marks: "dead units in percent, mean over completed trials of all other settings and seeds",
  };
}

function map(view: RunView, axes: AxisPair, metric: MetricName): Safe {
  const { title, draw, isCut } = mapChart(view, axes, metric);
  return halfFigure({ title, draw, ...(isCut ? { note: "the first rows and columns" } : {}) });
}

function mapChart(view: RunView, axes: AxisPair, metric: MetricName) {
  const table = heatTable(view, metric, axes);
  const [row, column] = axes.map(({ name }) => shownAxis(name));
  const title = `${metricTitle(metric)} by ${row} and ${column}, %`;
  const isCut = table.rows.length > MAX_ROWS || table.columns.length > MAX_COLUMNS;
  const draw = (size: Size): Safe =>
    heatMap(
      {
        title,
        desc: `${plural(table.rows.length, "row")}, ${plural(table.columns.length, "column")}.`,
        columns: table.columns.slice(0, MAX_COLUMNS).map(shownValue),
        columnTitle: column ?? "",
        rows: table.rows.slice(0, MAX_ROWS).map((value, r) => ({
          name: shownValue(value),
          cells: cellsOf({ table, column: axes[1] }, metric, r),
        })),
      },
      size,
    );
  return { title, draw, isCut };
}

/** Where units are lost: heat maps of the rates over two axes. */
export function unitsOverAxes(view: RunView): Safe | false {
  const pairs = pairsOf(view);
  if (pairs.length === 0) return false;
  return html`<h3>Over two axes</h3>
<p class="note">Mean over completed trials of all other settings and seeds, in percent.</p>
<div class="pair">${pairs.map((axes) => RATES.map((metric) => map(view, axes, metric)))}</div>
${pairs.map((axes) => table(view, axes))}`;
}

function table(view: RunView, axes: AxisPair): Safe {
  const tables = RATES.map((metric) => ({ metric, table: heatTable(view, metric, axes) }));
  const [first] = tables;
  const rows = (first?.table.rows ?? []).slice(0, MAX_ROWS).flatMap((row, r) =>
    (first?.table.columns ?? []).slice(0, MAX_COLUMNS).flatMap((column, c) => {
      const entries = tables.map(({ metric, table: { entries } }) => ({ metric, entry: entries[r]?.[c] }));
      if (entries.every(({ entry }) => entry === undefined)) return [];
      return [
        [
          html`<bdi>${shownValue(row)}</bdi>`,
          html`<bdi>${shownValue(column)}</bdi>`,
          ...entries.map(({ metric, entry }) => formatMetric(metric, entry?.value)),
          String(entries[0]?.entry?.trials ?? 0),
        ],
      ];
    }),
  );
  return tableBehind({
    summary: `Table of rates by ${axes.map(({ name }) => shownAxis(name)).join(" and ")}`,
    heads: [...axes.map(({ name }) => shownAxis(name)), ...RATES.map(metricTitle), "trials"],
    rows,
  });
}
