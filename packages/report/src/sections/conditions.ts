import { isNotShown } from "../analysis/not-shown.js";
import { type PerformanceProfiles, performanceProfiles } from "../analysis/performance-profiles.js";
import { rankConditions } from "../analysis/rank-conditions.js";
import { colorClass, UNCOLORED } from "../charts/color-class.js";
import { linesArea, linesChart } from "../charts/lines-chart.js";
import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import { rankDiagram } from "../charts/rank-diagram.js";
import type { Size } from "../charts/sizes.js";
import { chanceWords } from "../format/chance-words.js";
import { formatMetric, formatNumber, formatPercent, plural, shorten } from "../format/format.js";
import { pWords } from "../format/format-verdict.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import { absentBecause } from "./absent-because.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";
import { wideFigure } from "./wide-figure.js";

const MAX_METHODS = 16;
const MAX_DOTS = 32;

type Colors = ReadonlyMap<string, number>;

const colorsOf = (views: readonly RunView[]): Colors =>
  new Map(
    views.flatMap(({ points }) => points.map(({ activation, color }) => [activation ?? "", color] as const)),
  );

function profilesChart(
  metric: MetricName,
  { conditions, profiles }: PerformanceProfiles,
  colors: Colors,
): Safe {
  const title = `Share of conditions above a ${metricTitle(metric)}`;
  const draw = (size: Size): Safe => {
    const { left, right, top, bottom } = linesArea(size);
    return linesChart(
      {
        title,
        desc: `${plural(profiles.length, "activation")} over ${plural(conditions, "condition")}.`,
        x: metricAxis({
          metric,
          values: profiles.flatMap(({ places }) => places.map(({ threshold }) => threshold)),
          range: [left + 6, right - 6],
          gap: 46,
        }),
        y: numberAxis({
          label: "share of conditions",
          values: [0, 0.25, 0.5, 0.75, 1],
          range: [bottom - 6, top + 6],
          gap: 26,
        }),
        lines: profiles.map(({ label, places }) => ({
          name: label,
          ink: colorClass(colors.get(label) ?? UNCOLORED),
          dots: spreadOver(places, MAX_DOTS).map(({ threshold, share }) => ({
            x: threshold,
            y: share.mean,
            low: share.low,
            high: share.high,
            label: `${shorten(label, 60)}: above ${formatMetric(metric, threshold)} in ${formatPercent(share.mean, 0)} of conditions, n = ${share.n}`,
            trouble: false,
          })),
        })),
      },
      size,
    );
  };
  return wideFigure({ title, draw });
}

/** Which activation wins where many conditions are looked at together. */
export const conditionsSection: Section = {
  id: "conditions",
  title: "Profiles and ranks over conditions",
  closed: true,
  render({ together, prefix }) {
    if (together[0]?.prefix !== prefix)
      return { absent: "All runs of this page are taken together, in the first one's part." };
    const ranked = rankConditions(together);
    if (isNotShown(ranked)) return absentBecause(ranked);
    const found = performanceProfiles(together);
    if (isNotShown(found)) return absentBecause(found);
    const { alpha, critical, p, conditions, leftOut, groups } = ranked;
    const colors = colorsOf(together);
    const best = ranked.activations.slice(0, MAX_METHODS);
    const shown = new Set(best.map(({ label }) => label));
    const profiles = found.profiles.filter(({ label }) => shown.has(label));
    const title = "Mean ranks and the critical difference";
    const two = ranked.activations.length === 2;
    const test = two ? "The sign test" : "Friedman's test";
    const told =
      p <= alpha
        ? `${test} finds a difference between the ranks (${pWords(p)})${two ? "." : `; a bar joins activations whose ranks differ by less than Nemenyi's critical difference, ${formatNumber(critical, 3)}.`}`
        : `${test} finds no difference between the ranks (${pWords(p)}).`;
    const diagram = (size: Size): Safe =>
      rankDiagram(
        {
          title,
          methods: best.map(({ label, meanRank }) => ({
            name: label,
            meanRank,
            color: colors.get(label) ?? UNCOLORED,
          })),
          critical,
          groups:
            p <= alpha ? groups.map((labels) => labels.filter((label) => shown.has(label))) : [[...shown]],
        },
        size,
      );
    return html`<p class="note">${plural(conditions, "condition")}: combinations of dataset and other settings, each with the ${metricTitle(ranked.metric)} of all ${plural(ranked.activations.length, "activation")} at every seed.${leftOut > 0 && ` ${plural(leftOut, "condition is", "conditions are")} left out: a value is missing.`} Conditions of one study share their data, so ranks hold for these conditions only. ${told}${best.length < ranked.activations.length && ` Shown are the ${best.length} of best rank.`}</p>
${wideFigure({ title, draw: diagram })}
<p class="note">Profiles: for each ${metricTitle(ranked.metric)} the share of conditions in which an activation is above it; line and band: mean over seeds and its confidence interval. A line that lies above another everywhere is better at every threshold. A diverged trial counts as ${chanceWords(ranked.metric)}.</p>
${profilesChart(ranked.metric, { ...found, profiles }, colors)}
${tableBehind({
  summary: "Table of mean ranks",
  heads: ["activation", "mean rank", "conditions"],
  rows: ranked.activations.map(({ label, meanRank }) => [
    name(label),
    meanRank.toFixed(2),
    String(conditions),
  ]),
})}`;
  },
};
