import type { Run } from "../view/run.js";
import { ABSENT_TEXT, createColumnTexts } from "./column-texts.js";
import { sortedColumns } from "./columns.js";
import { isApartOf } from "./is-apart.js";
import { MISSING_STATUS, type PackedRecords } from "./packed-records.js";
import { isLeftInFolder, pageCurve } from "./page-curve.js";
import { MARKS } from "./read-columns.js";
import { recordTexts } from "./record-texts.js";
import { keptEpochs } from "./thin-curve.js";
import { MOST_UNRUN_ROWS, writeUnrun } from "./unrun.js";
import { writeInts } from "./varint.js";

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
  const [ofRecords, ofEpochs] = [
    createColumnTexts(isApartOf(plan.length)),
    createColumnTexts(isLeftInFolder),
  ];
  const texts: Record<string, object> = {};
  const written = plan.map(({ id, trial }) => {
    const record = byId.get(id);
    if (record === undefined) return undefined;
    const left = recordTexts(record);
    if (left !== undefined) texts[trial] = left;
    const curve = pageCurve(record.curve, epochs);
    return {
      status: record.status,
      digest: "digest" in record ? record.digest : "",
      epochs: curve.length,
      outcome: ofRecords.write([record]),
      epoch: ofEpochs.write(curve),
    };
  });
  const order = { outcome: sortedColumns(ofRecords.paths), epoch: sortedColumns(ofEpochs.paths) };
  const sorted = (written: readonly string[], by: readonly number[]): readonly string[] =>
    by.map((column) => written[column] ?? ABSENT_TEXT);
  const taken = written.map(
    (one) =>
      one && {
        ...one,
        columns: [
          ...sorted(one.outcome, order.outcome),
          ...(one.epochs === 0 ? [] : sorted(one.epoch, order.epoch)),
        ],
      },
  );
  const usual = usualTexts(taken, order.outcome.length + order.epoch.length);
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
    outcome: order.outcome.map((column) => ofRecords.paths[column] ?? []),
    epoch: order.epoch.map((column) => ofEpochs.paths[column] ?? []),
    usual,
    unrun: writeUnrun([...rowless], seeds.items()),
    texts,
  };
  return { layout, trials };
}
