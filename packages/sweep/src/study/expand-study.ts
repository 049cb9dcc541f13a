import { type Axis, wholeNumber } from "@actbench/core/internal";
import type { Catalogs } from "../config/catalogs.js";
import type { ProblemList } from "../config/problem-list.js";
import { countAssignments } from "../expand/assignments.js";
import type { AxisDraft } from "../expand/axis-draft.js";
import { PointFilter } from "../expand/point-filter.js";
import { warnOfIdleSettings } from "../plan/idle-settings.js";
import { type MadePoints, makePoints } from "../plan/make-points.js";
import { SpecBuilder } from "../plan/spec-builder.js";
import { type DrawnMethod, drawSource } from "../search/draw-source.js";
import { SOBOL_DIMENSIONS } from "../search/sobol.js";
import { axisName } from "../settings/find-setting.js";
import type { ReadSource } from "./read-source.js";

/** The most trials of a plan. */
const MAX_TRIALS = 1_000_000;

/**
 * Expands a study to its points. Where there are too many, the count is a problem, and `axes` stand for them
 * with one point: other problems are reported too.
 */
export function expandStudy(
  read: ReadSource,
  catalogs: Catalogs,
  problems: ProblemList,
): MadePoints & { readonly isWhole: boolean } {
  const { include, excludes, constraints, seeds, paths, keys } = read;
  const isWhole = read.drawn === undefined ? mayWalk(read, problems) : mayDraw(read, read.drawn, problems);
  const drawn = isWhole ? read.drawn : undefined;
  const axes = isWhole ? read.axes : read.axes.map((axis) => ({ ...axis, rows: axis.rows.slice(0, 1) }));
  const builder = new SpecBuilder({
    fixed: read.fixed,
    paths,
    datasets: new Map(catalogs.datasets.map((facts) => [facts.name, facts])),
    datasetFaults: catalogs.datasetFaults ?? new Map(),
    activationOf: (label) => read.context.activations.specs(label),
    fma: catalogs.fma,
    studySeed: read.studySeed,
    splitBySeed: read.splitBySeed,
    measure: read.measure,
    problems,
    broken: read.context.broken,
  });
  const filter = new PointFilter(excludes, constraints, problems);
  const made = makePoints({
    axes,
    include,
    runCap: keys.run_cap,
    ...(drawn === undefined ? {} : { draw: drawSource(drawn, read.studySeed) }),
    seeds,
    builder,
    filter,
    problems,
  });
  warnOfIdleSettings(made, problems);
  if (made.points.length === 0 && problems.problems.length === 0)
    problems.add(["parameters"], "no configuration is left", "exclude or constraints remove all of them");
  return { ...made, axes: isWhole ? made.axes : declaredAxes(read.axes), isWhole };
}

function declaredAxes(drafts: readonly AxisDraft[]): readonly Axis[] {
  return drafts.flatMap(({ settings, rows }) =>
    settings.map((setting, column) => ({
      name: axisName(setting),
      values: rows.map((row) => row[column] ?? null),
    })),
  );
}

/** Whether a grid has so few points that they can be walked; notes how many it has. */
function mayWalk({ axes, seeds }: ReadSource, problems: ProblemList): boolean {
  const points = countAssignments(axes);
  const trials = points * seeds.length;
  if (trials <= MAX_TRIALS) return true;
  problems.add(
    ["parameters"],
    `this grid has ${grouped(points)} configurations, with ${seeds.length} ${seeds.length === 1 ? "seed" : "seeds"} ${grouped(trials)} trials; at most ${grouped(MAX_TRIALS)}`,
    `its axes have ${axes.map(({ rows, settings }) => `${settings.map(({ name }) => name).join(" + ")} ${rows.length}`).join(", ")} values`,
  );
  return false;
}

/** Whether as many points as asked for can be drawn; notes why not. */
function mayDraw({ axes, seeds, keys }: ReadSource, method: DrawnMethod, problems: ProblemList): boolean {
  const { run_cap } = keys;
  const before = problems.problems.length;
  if (run_cap === undefined)
    problems.add(
      ["method"],
      `${method} needs the number of configurations to draw`,
      "for example run_cap: 32",
    );
  else if (run_cap * seeds.length > MAX_TRIALS)
    problems.add(
      ["run_cap"],
      `${grouped(run_cap)} configurations with ${seeds.length} ${seeds.length === 1 ? "seed" : "seeds"} are ${grouped(run_cap * seeds.length)} trials; at most ${grouped(MAX_TRIALS)}`,
    );
  if (method === "sobol" && axes.length > SOBOL_DIMENSIONS)
    problems.add(["method"], `sobol covers ${SOBOL_DIMENSIONS} axes, not ${axes.length}`, "use random");
  return problems.problems.length === before;
}

/** 1000000000 as 1,000,000,000. */
function grouped(count: number): string {
  return Number.isSafeInteger(count) ? wholeNumber(count) : count.toExponential(2);
}
