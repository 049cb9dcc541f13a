import type { WritableRun } from "@actbench/sweep";
import { plural } from "../terminal/plural.js";
import type { ReporterOptions } from "./reporter.js";

/** Remarks before the first trial: where the run is, what it holds, what was damaged. */
export function openRemarks(run: WritableRun, { quiet, shorten }: ReporterOptions): readonly string[] {
  const { study, records, reused, problems, notices } = run;
  const damage = problems.map(
    ({ file, line, message }) => `${shorten(run.folder)}/${file}:${line}: ${message}`,
  );
  if (quiet) return [...notices, ...damage];
  const folder = shorten(run.folder);
  const size = `${plural(study.points.length, "configuration")} × ${plural(study.seeds.length, "seed")}`;
  const kept = records.size - reused.size;
  const had = [
    ...(kept > 0 ? [`${kept} already there`] : []),
    ...(reused.size > 0 ? [`${reused.size} reused from other runs`] : []),
  ];
  const trials = [plural(study.plan.length, "trial"), ...had].join(", ");
  return [`${folder}: ${size}, ${trials}; ${plural(study.workers, "worker")}`, ...notices, ...damage];
}
