import {
  type LayerUnits,
  lastEpoch,
  type MeasuredNetwork,
  type Score,
  SUBSETS,
  taskOf,
} from "@actbench/core/internal";
import { formatMetric, formatPercent, isMetricName } from "@actbench/report";
import { table } from "../terminal/table.js";
import type { Evaluation } from "./evaluate-files.js";

/** What rows are read from: a file's weights, or a trial's record. */
interface Measured {
  readonly title: string;
  readonly network: Pick<MeasuredNetwork, "train" | "validation" | "test" | "units" | "digest">;
}

/** Evaluations side by side, with the trial's record where the network is one's; `width`: of the terminal. */
export function evaluationText(evaluations: readonly Evaluation[], width: number): string {
  const [first] = evaluations;
  if (first === undefined) return "";
  const { network } = first;
  const { spec, data, record, title } = network;
  const last = record && lastEpoch(record);
  const columns: readonly Measured[] = [
    ...evaluations.map(({ file, measured }) => ({ title: file, network: measured })),
    ...(last === undefined ? [] : [{ title: "recorded", network: last }]),
  ];
  const labels = spec.model.activation.map(({ label }) => label);
  const widths = [data.inputs, ...spec.model.hidden, taskOf(spec.train).outputs(data)].join("-");
  const head = `${title}: ${[...new Set(labels)].join(", ") || "no hidden layer"}, ${widths}, on ${data.name}`;
  const rows = [...scoreRows(columns), ...unitRows(columns), digestRow(columns)];
  const titles = [{ title: "" }, ...columns.map((own) => ({ title: own.title, align: "right" as const }))];
  return `${head}\n\n${table(titles, rows, width)}`;
}

/** A list with an object per file. */
export function evaluationsJson(evaluations: readonly Evaluation[]): string {
  const list = evaluations.map(({ file, network, measured }) => ({
    file,
    dataset: network.data.name,
    hidden: network.spec.model.hidden,
    activation: network.spec.model.activation.map(({ label }) => label),
    ...measured,
  }));
  return JSON.stringify(list, null, 2);
}

function scoreRows(columns: readonly Measured[]): readonly (readonly string[])[] {
  return SUBSETS.flatMap((subset) => {
    const scores = columns.flatMap(({ network }) => Object.entries(network[subset] ?? {}));
    const names = [...new Set(scores.flatMap(([name, value]) => (typeof value === "number" ? name : [])))];
    return names.map((name) => [
      `${subset} ${name}`,
      ...columns.map(({ network }) => scoreText(`${subset}_${name}`, network[subset], name)),
    ]);
  });
}

function scoreText(metric: string, score: Score | undefined, name: string): string {
  const value = Object.entries(score ?? {}).find(([key]) => key === name)?.[1];
  if (typeof value !== "number") return "–";
  return isMetricName(metric) ? formatMetric(metric, value) : String(value);
}

const STATES = ["dead", "inactive", "saturated", "dormant"] as const;

function unitRows(columns: readonly Measured[]): readonly (readonly string[])[] {
  const layers = Math.max(...columns.map(({ network }) => network.units?.length ?? 0));
  return Array.from({ length: layers }, (_, layer) =>
    STATES.map((state) => [
      `layer ${layer + 1} ${state}`,
      ...columns.map(({ network }) => countText(network.units?.[layer], state)),
    ]),
  ).flat();
}

function countText(layer: LayerUnits | undefined, state: (typeof STATES)[number]): string {
  const count = layer?.[state];
  if (layer === undefined || count === undefined) return "–";
  return `${count} of ${layer.units}, ${formatPercent(count / Math.max(1, layer.units), 1)}`;
}

function digestRow(columns: readonly Measured[]): readonly string[] {
  return ["digest", ...columns.map(({ network }) => network.digest?.slice(0, 12) ?? "–")];
}
