import type { Catalogs } from "../config/catalogs.js";
import type { ProblemList } from "../config/problem-list.js";
import { countAssignments } from "../expand/assignments.js";
import { PointFilter } from "../expand/point-filter.js";
import { type MadePoints, makePoints } from "../plan/make-points.js";
import { noteUnsupported } from "../plan/note-unsupported.js";
import { SpecBuilder } from "../plan/spec-builder.js";
import type { ReadSource } from "./read-source.js";

/** The most trials of a plan. */
export const MAX_TRIALS = 1_000_000;

/** Expands a study to its points; undefined, with the count as a problem, when there are too many. */
export function expandStudy(
  read: ReadSource,
  catalogs: Catalogs,
  problems: ProblemList,
): MadePoints | undefined {
  const { axes, include, excludes, constraints, seeds, paths } = read;
  const candidates = countAssignments(axes);
  if (candidates * seeds.length > MAX_TRIALS) {
    problems.add(
      ["parameters"],
      `this grid has ${grouped(candidates)} points, with ${seeds.length} ${seeds.length === 1 ? "seed" : "seeds"} ${grouped(candidates * seeds.length)} trials; at most ${grouped(MAX_TRIALS)}`,
      `its axes have ${axes.map(({ rows, settings }) => `${settings.map(({ name }) => name).join(" + ")} ${rows.length}`).join(", ")} values`,
    );
    return undefined;
  }
  const builder = new SpecBuilder({
    fixed: read.fixed,
    paths,
    datasets: new Map(catalogs.datasets.map((facts) => [facts.name, facts])),
    activationOf: (label) => read.context.activations.specs(label),
    fma: catalogs.fma,
    studySeed: read.studySeed,
    measure: read.measure,
    problems,
    broken: read.context.broken,
  });
  const filter = new PointFilter(excludes, constraints, problems);
  const made = makePoints({
    axes,
    include,
    runCap: read.keys.run_cap,
    seeds,
    builder,
    filter,
    problems,
  });
  if (made.points.length === 0 && problems.problems.length === 0)
    problems.add(["parameters"], "no point is left", "exclude or constraints leave out every one");
  noteUnsupported(made.points, paths, problems);
  return made;
}

/** 1000000000 as 1,000,000,000. */
function grouped(count: number): string {
  return Number.isSafeInteger(count)
    ? String(count).replace(/\B(?=(\d{3})+$)/g, ",")
    : count.toExponential(2);
}
