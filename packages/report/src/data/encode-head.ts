import {
  canonicalJson,
  type DecisionRegions,
  type PointSpec,
  type RunHistory,
  type SpeedLane,
  type StudyRecord,
} from "@actbench/core/internal";
import type { PackedFits } from "./packed-fits.js";
import type { RecordLayout } from "./packed-records.js";
import { packRegions } from "./packed-regions.js";

/**
 * The form of the data in a page; raised when an older reader could not read it. A page on which every trial
 * that ran has a row is of form 3, which older readers know.
 */
export const PAGE_DATA_VERSION = 4;
/** The oldest form that is read. */
export const OLDEST_PAGE_DATA = 3;

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

export interface PageHead {
  readonly study: StudyRecord;
  readonly layout: RecordLayout;
  /** Records that belong to no line of the plan. */
  readonly unplanned: number;
  readonly history: RunHistory | undefined;
  readonly speed: SpeedLane | undefined;
  readonly regions: readonly DecisionRegions[] | undefined;
  readonly fits: PackedFits | undefined;
}

/**
 * All of a run but its trials, as JSON text: equal parts of specifications once, no plan, since the trial
 * table is the plan. Keys are sorted, so that the order in which someone built an object does not show.
 */
export function encodeHead({ study, layout, unplanned, history, speed, regions, fits }: PageHead): string {
  const tables = { dataset: partTable(), model: partTable(), train: partTable(), measure: partTable() };
  const { points, plan: _, ...head } = study;
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
  return canonicalJson({
    actbench: layout.rowless === undefined ? OLDEST_PAGE_DATA : PAGE_DATA_VERSION,
    study: head,
    parts: {
      dataset: tables.dataset.parts,
      model: tables.model.parts,
      train: tables.train.parts,
      measure: tables.measure.parts,
    },
    points: rows,
    layout,
    unplanned,
    history,
    speed,
    regions: regions?.map(packRegions),
    fits,
  });
}
