import { formatMetric, MISSING } from "../../format/format.js";
import type { Safe } from "../../html/html.js";
import { curveValue } from "../../metrics/curve-value.js";
import { type EpochMetric, metricTitle } from "../../metrics/metric-name.js";
import { meanCurve } from "../../view/mean-curve.js";
import { name } from "../name.js";
import { tableBehind } from "../table-behind.js";
import type { CurveLine } from "./curve-lines.js";

/** The means of lines by epoch. */
export function curvesTable(lines: readonly CurveLine[], metric: EpochMetric, of = ""): Safe {
  const means = lines.map(({ point }) => meanCurve(point, (epoch) => curveValue(epoch, metric)));
  const epochs = [...new Set(means.flatMap((curve) => curve.map(({ epoch }) => epoch)))].sort(
    (a, b) => a - b,
  );
  return tableBehind({
    summary: `Table of ${metricTitle(metric)} by epoch${of}`,
    heads: ["configuration", "n", ...epochs.map((epoch) => `epoch ${epoch}`)],
    rows: lines.map((line, i) => {
      const values = new Map(means[i]?.map(({ epoch, value }) => [epoch, value]));
      return [
        name(line.name),
        String(line.point.completed),
        ...epochs.map((epoch) => {
          const value = values.get(epoch);
          return value === undefined ? MISSING : formatMetric(metric, value);
        }),
      ];
    }),
  });
}
