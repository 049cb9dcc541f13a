import type { PlannedTrial, TrialRecord } from "@actbench/core";
import type { Run } from "../view/run.js";
import { createColumns, seriesOf, sortedPaths } from "./columns.js";
import { fieldOf, type Path } from "./field-of.js";
import { MISSING_STATUS, type PackedRecords } from "./packed-records.js";
import { pageEpoch } from "./page-epoch.js";
import { writeSeries } from "./series.js";
import { keptEpochs, thinCurve } from "./thin-curve.js";
import { writeInts } from "./varint.js";

/** A record by what becomes of its parts. */
interface Parts {
  readonly status: string;
  readonly digest: string;
  /** Everything but status, digest, curve and id. */
  readonly outcome: object;
  readonly curve: readonly object[];
}

function partsOf(record: TrialRecord, epochs: number): Parts {
  const { id: _, status, curve, ...rest } = record;
  const { digest = "", ...outcome }: { readonly digest?: string; readonly retries?: number } = rest;
  return { status, digest, outcome, curve: thinCurve(curve, epochs).map(pageEpoch) };
}

/** What is left of a value without its numbers; undefined where that is nothing. */
function textsOf(value: unknown): unknown {
  if (typeof value === "number") return undefined;
  if (typeof value !== "object" || value === null) return value;
  const left = Object.entries(value).flatMap(([key, item]) => {
    const texts = textsOf(item);
    return texts === undefined ? [] : [[key, texts] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** Numbers things in the order in which they first come. */
function numbering<T>() {
  const numbers = new Map<T, number>();
  return {
    numberOf(item: T): number {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    },
    items: (): readonly T[] => [...numbers.keys()],
  };
}

/**
 * Packs the records of a run's plan: curves thinned, numbers rounded as `precision.ts` says. Records of no line of the
 * plan are left out.
 */
export function packRecords({ study: { plan }, records }: Run): PackedRecords {
  const byId = new Map(records.map((record) => [record.id, record]));
  const epochs = keptEpochs(plan.length);
  // Two rounds, so that the parts of one trial are gone before the next: 10,000 at once would be a gigabyte.
  const columns = { outcome: createColumns(), epoch: createColumns() };
  const seen = { outcome: new Set<Path>(), epoch: new Set<Path>() };
  for (const { id } of plan) {
    const record = byId.get(id);
    if (record === undefined) continue;
    const { outcome, curve } = partsOf(record, epochs);
    columns.outcome.walk(outcome, (path) => seen.outcome.add(path));
    for (const epoch of curve) columns.epoch.walk(epoch, (path) => seen.epoch.add(path));
  }
  const paths = { outcome: sortedPaths(seen.outcome), epoch: sortedPaths(seen.epoch) };
  const [seeds, statuses] = [numbering<number>(), numbering<string>()];
  const texts: Record<string, unknown> = {};

  const pack = ({ trial, point, seed }: PlannedTrial, parts: Parts | undefined) => {
    const into = [seeds.numberOf(seed), statuses.numberOf(parts?.status ?? MISSING_STATUS)];
    if (parts === undefined) return { trial, point, digest: "", numbers: writeInts(into) };
    const { outcome, curve, digest } = parts;
    into.push(curve.length);
    const [own, byEpoch] = [seriesOf(columns.outcome, [outcome]), seriesOf(columns.epoch, curve)];
    for (const path of paths.outcome) writeSeries(own.get(path) ?? [], fieldOf(path), into);
    if (curve.length > 0)
      for (const path of paths.epoch) writeSeries(byEpoch.get(path) ?? [], fieldOf(path), into);
    const left = textsOf(outcome);
    if (left !== undefined) texts[trial] = left;
    return { trial, point, digest, numbers: writeInts(into) };
  };
  const trials = plan.map((planned) => {
    const record = byId.get(planned.id);
    return pack(planned, record && partsOf(record, epochs));
  });
  return { layout: { seeds: seeds.items(), statuses: statuses.items(), ...paths, texts }, trials };
}
