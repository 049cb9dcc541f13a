import { formatEstimate } from "../../../packages/report/dist/index.js";
import { table } from "../../generate/table.mjs";

/** The metric of every point, a line a group, a column a learning rate; nothing where there is one rate. */
export function ratesTable({ groups, rates }, metric, title) {
  if (rates.length < 2) return [];
  const rows = groups.map(({ label, points }) => [
    label,
    ...rates.map((rate) => {
      const point = points.find((one) => one.rate === rate);
      if (point === undefined) return "–";
      const { estimates, diverged, seeds } = point.line;
      const lost = diverged === 0 ? "" : `${diverged} of ${seeds} diverged`;
      const found = estimates[metric] === undefined ? "" : formatEstimate(metric, estimates[metric]);
      return [found, lost].filter(Boolean).join("; ") || "–";
    }),
  ]);
  return [
    `## ${title} by learning rate`.replace(/## (.)/, (_, first) => `## ${first.toUpperCase()}`),
    "",
    ...table(["point", ...rates.map((rate) => `rate ${rate}`)], rows),
    "",
  ];
}
