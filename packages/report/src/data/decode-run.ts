import type { PointSpec, StudyPoint, TrialRecord } from "@actbench/core";
import type { Run } from "../view/run.js";
import { epochOf } from "./curve-rows.js";
import { PAGE_DATA_VERSION } from "./encode-run.js";
import { recordHead } from "./record-shape.js";
import { ReportDataError } from "./report-data-error.js";
import { count, list, number, object, oneOf, text, tuple } from "./shape.js";
import { settingsShape, specShapes, studyShape } from "./study-shape.js";

const runShape = object({
  study: studyShape,
  parts: object({
    dataset: list(specShapes.dataset),
    model: list(specShapes.model),
    train: list(specShapes.train),
    measure: list(specShapes.measure),
  }),
  points: list(
    tuple(
      count,
      text,
      settingsShape,
      tuple(count, oneOf("fma", "strict"), number, count, count, count, count),
    ),
  ),
  plan: list(tuple(count, text, count, number)),
  records: list(tuple(recordHead, list(epochOf))),
});

function part<T>(parts: readonly T[], index: number, kind: string): T {
  const found = parts[index];
  if (found === undefined) throw new ReportDataError(`there is no ${kind} number ${index}`, "points");
  return found;
}

/** The run in a page's parsed data. Everything is checked: a page may come from anyone. */
export function decodeRun(value: unknown): Run {
  const { actbench } = object({ actbench: count })(value);
  if (actbench !== PAGE_DATA_VERSION)
    throw new ReportDataError(
      `the page was made by another version (data version ${actbench}, this one reads ${PAGE_DATA_VERSION}); write it again with \`actbench report\``,
    );
  const { study, parts, points, plan, records } = runShape(value);
  const decoded = points.map(
    ([point, label, settings, [engine, numerics, study_seed, d, m, t, e]]): StudyPoint => {
      const spec: PointSpec = {
        engine,
        numerics,
        study_seed,
        dataset: part(parts.dataset, d, "dataset"),
        model: part(parts.model, m, "model"),
        train: part(parts.train, t, "train"),
        measure: part(parts.measure, e, "measure"),
      };
      return { point, label, settings, spec };
    },
  );
  return {
    study: {
      ...study,
      points: decoded,
      plan: plan.map(([trial, id, point, seed]) => ({ trial, id, point, seed })),
    },
    records: records.map(([head, curve]): TrialRecord => ({ ...head, curve })),
  };
}
