import {
  formatFloor,
  formatNanoseconds,
  formatRatio,
  SPEED_PARTS,
  type SpeedView,
  speedDoubts,
} from "@actbench/report";
import { table } from "../terminal/table.js";

/** A group of the lane as text: times, ratios to the baseline, verdicts, the noise floor. */
export function speedTable(view: SpeedView, width: number): string {
  const parts = SPEED_PARTS.filter((part) => view.lines.some(({ figures }) => figures[part]));
  const rows = view.lines.map(({ activation, figures }) => {
    const { step } = figures;
    const times = parts.map((part) => (figures[part] ? formatNanoseconds(figures[part].p50_ns) : "–"));
    const spread = step ? `± ${formatNanoseconds(step.mad_ns)}` : "–";
    return [activation, ...times, spread, step ? formatRatio(step) : "–", step?.verdict ?? "–"];
  });
  const titles = { step: "one step", forward: "value", backward: "derivatives" };
  const columns = [
    { title: "activation" },
    ...parts.map((part) => ({ title: titles[part], align: "right" as const })),
    { title: "update, MAD", align: "right" as const, minor: 1 },
    { title: `update over ${view.baseline}'s`, align: "right" as const },
    { title: "verdict" },
  ];
  const doubts = speedDoubts(view);
  return [
    `${view.network}   (${formatFloor(view)}; value and derivatives: per element)`,
    table(columns, rows, width),
    ...(doubts === "" ? [] : [doubts]),
  ].join("\n");
}
