import { canonicalJson } from "@actbench/core/internal";
import type { Part } from "../findings/finding.js";
import { formatInteger, formatPercent, plural } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { formatValue } from "../format/format-value.js";
import { metricTitle } from "../metrics/metric-name.js";
import { grouped } from "../view/grouped.js";
import { neverDead } from "../view/never-dead.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { seedGroups } from "../view/seed-groups.js";
import { outcomeOf } from "../view/training-outcome.js";
import { statusCounts, statusTitle, type TrialView } from "../view/trial-view.js";

/**
 * One of the few facts beside the verdict: a title, then sentences with names marked, the first one the
 * largest.
 */
export interface Highlight {
  readonly title: string;
  /** The section that shows more. */
  readonly section: string;
  readonly lines: readonly (readonly Part[])[];
}

/** What a reader should know beside the verdict: how good, which units die, how stable. */
export function highlightsOf(view: RunView): readonly Highlight[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const made = [best(view), deadUnits(view), stability(view)];
  known.set(view, made);
  return made;
}

// The page and its summary ask for the same.
const known = new WeakMap<RunView, readonly Highlight[]>();

function best(view: RunView): Highlight {
  const { metric, ranked } = view;
  const [first] = ranked;
  const estimate = first?.estimate(metric);
  const title = metricTitle(metric);
  const lines: (readonly Part[])[] = [];
  if (first === undefined || estimate === undefined) lines.push(["no value yet"]);
  else {
    lines.push([formatEstimate(metric, estimate)], [{ name: first.configuration.label }]);
    const test = metric === "test_accuracy" ? undefined : first.estimate("test_accuracy");
    if (test !== undefined) lines.push([`test accuracy ${formatEstimate("test_accuracy", test)}`]);
  }
  return { title: `Best ${title}`, section: "leaderboard", lines };
}

/** Means of the dead rate over configurations of one value of a setting. */
interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(points: readonly PointView[]): Range | undefined {
  const rates = points.flatMap((point) => point.estimate("dead_rate")?.mean ?? []);
  if (rates.length === 0) return undefined;
  return {
    low: rates.reduce((a, b) => Math.min(a, b)),
    high: rates.reduce((a, b) => Math.max(a, b)),
  };
}

function rangeWords({ low, high }: Range): string {
  if (high === 0) return "none";
  const [from, to] = [formatPercent(low, high < 0.095 ? 1 : 0), formatPercent(high, high < 0.095 ? 1 : 0)];
  return from === to ? to : `${low === 0 ? "0" : from.replace(" %", "")}–${to}`;
}

function deadUnits(view: RunView): Highlight {
  const found = { title: "Dead units", section: "units" };
  const groups = grouped(view.points, ({ activation = "no hidden layer" }) => activation);
  const measured = [...groups]
    .map(([name, points]) => ({ name, points, range: rangeOf(points) }))
    .flatMap(({ name, points, range }) => (range === undefined ? [] : { name, points, range }));
  if (measured.length === 0) return { ...found, lines: [["not measured"]] };
  const sorted = measured.toSorted((a, b) => b.range.high - a.range.high);
  const dying = sorted.filter(({ range }) => range.high > 0);
  const immortal = measured.filter(({ points }) => points.every((point) => neverDead(view, point)));
  const [worst, ...others] = dying;
  const lines: (readonly Part[])[] =
    worst === undefined
      ? [["none in any configuration"]]
      : [[{ name: worst.name }, `: ${bySetting(view, worst.points) ?? rangeWords(worst.range)}`]];
  const [next] = others;
  if (next !== undefined)
    lines.push([
      "also ",
      { name: next.name },
      ` (${rangeWords(next.range)})`,
      others.length > 1 ? ` and ${others.length - 1} more` : "",
    ]);
  if (immortal.length > 0 && immortal.length < measured.length)
    lines.push([
      `${plural(immortal.length, "activation")} cannot have dead units: the derivative is zero on no interval`,
    ]);
  if (immortal.length === measured.length)
    lines.push(["no activation here can have dead units: the derivative is zero on no interval"]);
  return { ...found, lines };
}

const MAX_VALUES = 3;

/**
 * `14–19 % at lr 0.8, none at lr 0.1`: by the setting along which it changes most; undefined where none
 * varies.
 */
function bySetting(view: RunView, points: readonly PointView[]): string | undefined {
  const axes = view.study.axes.filter(({ name, values }) => name !== "activation" && values.length > 1);
  const split = axes.map(({ name, values }) => {
    const byKey = grouped(points, ({ configuration: { settings } }) =>
      settings[name] === undefined ? undefined : canonicalJson(settings[name]),
    );
    const groups = values.flatMap((value) => {
      const range = rangeOf(byKey.get(canonicalJson(value)) ?? []);
      return range === undefined ? [] : { value, range };
    });
    const middles = groups.map(({ range }) => (range.low + range.high) / 2);
    const spread = Math.max(...middles, 0) - Math.min(...middles, 1);
    return { name, groups, spread };
  });
  const most = split.filter(({ groups }) => groups.length > 1).toSorted((a, b) => b.spread - a.spread)[0];
  if (most === undefined) return undefined;
  const short = most.name.split(".").at(-1) ?? most.name;
  const byRate = most.groups.toSorted((a, b) => b.range.high - a.range.high);
  const shown =
    byRate.length <= MAX_VALUES ? byRate : [...byRate.slice(0, MAX_VALUES - 1), ...byRate.slice(-1)];
  return shown.map(({ value, range }) => `${rangeWords(range)} at ${short} ${formatValue(value)}`).join(", ");
}

function stability(view: RunView): Highlight {
  const { trials } = view;
  const counts = statusCounts(trials);
  const diverged = trials.filter(({ status }) => status === "diverged");
  const ended = trials.length - (counts.get("missing") ?? 0);
  const lines: (readonly Part[])[] = [];
  if (ended === 0) lines.push(["no trial has finished"]);
  else if (diverged.length === 0) lines.push([`none of ${plural(ended, "trial")} diverged`]);
  else
    lines.push([
      `${formatInteger(diverged.length)} of ${plural(ended, "trial")} diverged`,
      diverged.length === ended ? "" : commonValue(view, diverged),
    ]);
  const others = [...counts].filter(([status]) => status !== "completed" && status !== "diverged");
  if (others.length > 0)
    lines.push([
      others.map(([status, count]) => `${formatInteger(count)} ${statusTitle(status)}`).join(", "),
    ]);
  const uneven = view.points.filter((point) => seedGroups(view, point) !== undefined).length;
  if (uneven > 0) lines.push([`${plural(uneven, "configuration")} learned in only some seeds`]);
  const constant = view.points.filter((point) => outcomeOf(view, point) === "constant").length;
  if (constant > 0) lines.push([`${plural(constant, "configuration")} collapsed to a constant prediction`]);
  return {
    title: "Stability",
    section: counts.has("completed") && ended === counts.get("completed") ? "trials" : "failures",
    lines,
  };
}

/** `, all at lr 0.8` where one value of a setting is common to these trials, and not to all others. */
function commonValue(view: RunView, trials: readonly TrialView[]): string {
  const axes = view.study.axes.filter(({ values }) => values.length > 1);
  const ordered = axes.toSorted((a, b) => Number(b.name === "train.lr") - Number(a.name === "train.lr"));
  for (const { name } of ordered) {
    const values = new Set(
      trials.map((trial) => {
        const value = view.pointOf(trial)?.configuration.settings[name];
        return value === undefined ? "" : formatValue(value);
      }),
    );
    const [only] = values;
    if (values.size !== 1 || only === undefined || only === "") continue;
    const all = trials.length === 1 ? "" : "all ";
    return name === "activation"
      ? `, ${all}with ${only}`
      : `, ${all}at ${name.split(".").at(-1) ?? name} ${only}`;
  }
  return "";
}

/** The same as plain text, for a page's summary. */
export function highlightText({ title, lines: [first = []] }: Highlight): string {
  return `${title}: ${first.map((part) => (typeof part === "string" ? part : part.name)).join("")}`;
}
