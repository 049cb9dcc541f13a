import { type ColumnLayout, columnReader, type TrialColumns } from "../src/data/read-columns.js";

/** A line by epoch. */
export type Curve = readonly (readonly [epoch: number, value: number])[];

interface Study {
  readonly name: string;
  readonly hash: string;
}

interface Reader {
  readonly study: Study;
  readonly layout: ColumnLayout;
  readonly read: (text: string) => TrialColumns;
}

const readers = new WeakMap<Element, Reader>();

function readerOf(article: Element): Reader {
  const known = readers.get(article);
  if (known) return known;
  const { layout, study } = JSON.parse(article.nextElementSibling?.textContent ?? "") as {
    readonly layout: ColumnLayout;
    readonly study: Study;
  };
  const made = { study, layout, read: columnReader(layout) };
  readers.set(article, made);
  return made;
}

/** What a run's study is called, and its hash. */
export function studyOf(article: Element): Study {
  return readerOf(article).study;
}

/** A trial, read out of its row. */
export interface ReadTrial {
  /**
   * By a path such as `train.loss`, or by a state of units, which is then a share of all units of all layers.
   * `running` is the path of what stands in for an epoch without a value.
   */
  curve(path: string, running?: string): Curve;
  /** A number of the trial as a whole, such as `timing.train_s`. */
  number(path: string): number | undefined;
}

/** Reads the data of a row. */
export function readTrial(article: Element, text: string): ReadTrial {
  const { layout, read } = readerOf(article);
  const { epochs = 0, epoch, outcome } = read(text);
  const series = new Map(epoch.map((values, i) => [layout.epoch[i]?.join("."), values]));
  const total = (field: string, i: number): number | undefined => {
    const layers = [...series].filter(([name]) => name?.startsWith("units.") && name.endsWith(`.${field}`));
    const values = layers.flatMap(([, all]) => all[i] ?? []);
    return values.length > 0 ? values.reduce((a, b) => a + b) : undefined;
  };
  return {
    curve: (path, running = path) =>
      Array.from({ length: epochs }, (_, i) => {
        const units = total(path, i);
        const own = units === undefined ? series.get(path)?.[i] : units / (total("units", i) ?? 1);
        const value = own ?? series.get(running)?.[i];
        return [series.get("epoch")?.[i] ?? i, value ?? Number.NaN] as const;
      }).filter(([, value]) => !Number.isNaN(value)),
    number: (path) => outcome[layout.outcome.findIndex((place) => place.join(".") === path)]?.[0],
  };
}
