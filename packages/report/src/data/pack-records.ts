import type { Timing, TrialRecord } from "@actbench/core";
import type { Run } from "../view/run.js";
import { createColumns, seriesOf, sortedPaths } from "./columns.js";
import { fieldOf, type Path } from "./field-of.js";
import { MISSING_STATUS, type PackedRecords } from "./packed-records.js";
import { pageCurve } from "./page-curve.js";
import { MARKS } from "./read-columns.js";
import { type Series, writeSeries } from "./series.js";
import { keptEpochs } from "./thin-curve.js";
import { MOST_UNRUN_ROWS, writeUnrun } from "./unrun.js";
import { writeInts } from "./varint.js";

/** A record by what becomes of its parts. */
interface Parts {
  readonly status: string;
  readonly digest: string;
  /** Everything but status, digest, curve and id. */
  readonly outcome: object;
  readonly curve: readonly object[];
}

/** Phases and processor time stay in the run's folder. */
function pageTiming(timing: Timing | undefined): { readonly timing?: Timing } {
  if (timing === undefined) return {};
  const { phases: _, cpu_s: _cpu, ...kept } = timing;
  return { timing: kept };
}

function partsOf(record: TrialRecord, epochs: number): Parts {
  const { id: _, status, curve, ...rest } = record;
  const {
    digest = "",
    ...outcome
  }: {
    readonly digest?: string;
    readonly timing?: Timing;
    readonly retries?: number;
  } = rest;
  return {
    status,
    digest,
    outcome: { ...outcome, ...pageTiming(outcome.timing) },
    curve: pageCurve(curve, epochs),
  };
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

/** A record's columns as texts; `epochs` of its curve. */
interface Texts {
  readonly epochs: number;
  readonly columns: readonly string[];
}

/** For each column the text that most trials have; of equally many the first. */
function usualTexts(trials: readonly (Texts | undefined)[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => {
    const counts = new Map<string, number>();
    for (const trial of trials) {
      const text = trial?.columns[column];
      if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    let [usual, most] = ["", 0];
    for (const [text, count] of counts) if (count > most) [usual, most] = [text, count];
    return usual;
  });
}

/** Marks for the columns whose text is not the usual one, then these texts. */
function marked({ epochs, columns }: Texts, usual: readonly string[]): string {
  const own = columns.map((text, i) => text !== usual[i]);
  const marks = Array.from({ length: Math.ceil(columns.length / MARKS) }, (_, k) =>
    own.slice(k * MARKS, (k + 1) * MARKS).reduce((sum, is, i) => sum + (is ? 2 ** i : 0), 0),
  );
  return writeInts([epochs, ...marks]) + columns.filter((_, i) => own[i]).join("");
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
  const textsIn = (taken: ReadonlyMap<Path, Series>, wanted: readonly Path[]): readonly string[] =>
    wanted.map((path) => {
      const numbers: number[] = [];
      writeSeries(taken.get(path) ?? [], fieldOf(path), numbers);
      return writeInts(numbers);
    });
  const texts: Record<string, unknown> = {};
  const taken = plan.map(({ id, trial }) => {
    const record = byId.get(id);
    if (record === undefined) return undefined;
    const { outcome, curve, status, digest } = partsOf(record, epochs);
    const left = textsOf(outcome);
    if (left !== undefined) texts[trial] = left;
    const own = textsIn(seriesOf(columns.outcome, [outcome]), paths.outcome);
    const byEpoch = curve.length === 0 ? [] : textsIn(seriesOf(columns.epoch, curve), paths.epoch);
    return { status, digest, epochs: curve.length, columns: [...own, ...byEpoch] };
  });
  const usual = usualTexts(taken, paths.outcome.length + paths.epoch.length);
  const [seeds, statuses] = [numbering<number>(), numbering<string>()];
  const unrun = plan.filter(({ id }) => !byId.has(id));
  const rowless = new Set(unrun.length > MOST_UNRUN_ROWS ? unrun : []);
  const trials = plan.flatMap((planned, i) => {
    if (rowless.has(planned)) return [];
    const { trial, point, seed } = planned;
    const found = taken[i];
    const head = writeInts([seeds.numberOf(seed), statuses.numberOf(found?.status ?? MISSING_STATUS)]);
    const numbers = found === undefined ? head : head + marked(found, usual);
    return { trial, point, digest: found?.digest ?? "", numbers };
  });
  for (const { seed } of rowless) seeds.numberOf(seed);
  const layout = {
    seeds: seeds.items(),
    statuses: statuses.items(),
    ...paths,
    usual,
    unrun: writeUnrun([...rowless], seeds.items()),
    texts,
  };
  return { layout, trials };
}
