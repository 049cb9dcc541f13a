import { canonicalJson, type PointSpec, type TrialRecord } from "@actbench/core";
import type { Run } from "../view/run.js";
import { condenseCurve } from "./condense.js";
import { epochText } from "./curve-rows.js";

/** The form of the data in a page; raised when an older reader could not read it. */
export const PAGE_DATA_VERSION = 1;

/** Numbers equal parts of specifications, so that a page holds each once. */
function partTable() {
  const numbers = new Map<string, number>();
  const parts: unknown[] = [];
  return {
    parts,
    number(part: unknown): number {
      const key = canonicalJson(part);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, parts.length);
      return parts.push(part) - 1;
    },
  };
}

function recordText({ curve, ...head }: TrialRecord): string {
  return `[${canonicalJson(head)},[${condenseCurve(curve).map(epochText).join()}]]`;
}

/**
 * A run as JSON text, shorter than its records: equal parts once, curves condensed and as rows. Keys are sorted, so
 * that the order in which someone built an object does not show.
 */
export function encodeRun({ study, records }: Run): string {
  const tables = { dataset: partTable(), model: partTable(), train: partTable(), measure: partTable() };
  const { points, plan, ...head } = study;
  const specOf = (spec: PointSpec) => [
    spec.engine,
    spec.numerics,
    spec.study_seed,
    tables.dataset.number(spec.dataset),
    tables.model.number(spec.model),
    tables.train.number(spec.train),
    tables.measure.number(spec.measure),
  ];
  const rows = points.map((point) => [point.point, point.label, point.settings, specOf(point.spec)]);
  const all = canonicalJson({
    actbench: PAGE_DATA_VERSION,
    study: head,
    parts: {
      dataset: tables.dataset.parts,
      model: tables.model.parts,
      train: tables.train.parts,
      measure: tables.measure.parts,
    },
    points: rows,
    plan: plan.map(({ trial, id, point, seed }) => [trial, id, point, seed]),
  });
  return `${all.slice(0, -1)},"records":[${records.map(recordText).join()}]}`;
}
