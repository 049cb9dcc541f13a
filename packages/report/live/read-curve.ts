import { type ColumnLayout, readColumns } from "../src/data/read-columns.js";

/** A line by epoch. */
export type Curve = readonly (readonly [epoch: number, value: number])[];

const layouts = new WeakMap<Element, ColumnLayout>();

function layoutOf(article: Element): ColumnLayout {
  const known = layouts.get(article);
  if (known) return known;
  const { layout } = JSON.parse(article.nextElementSibling?.textContent ?? "") as {
    readonly layout: ColumnLayout;
  };
  layouts.set(article, layout);
  return layout;
}

/**
 * A trial's curves out of its row: by a path such as `train.loss`, or by a state of units, which is then a share of all
 * units of all layers.
 */
export function readCurve(article: Element, text: string): (path: string) => Curve {
  const layout = layoutOf(article);
  const { epochs = 0, epoch } = readColumns(text, layout);
  const series = new Map(epoch.map((values, i) => [layout.epoch[i]?.join("."), values]));
  const total = (field: string, i: number): number | undefined => {
    const layers = [...series].filter(([name]) => name?.startsWith("units.") && name.endsWith(`.${field}`));
    const values = layers.flatMap(([, all]) => all[i] ?? []);
    return values.length > 0 ? values.reduce((a, b) => a + b) : undefined;
  };
  return (path) =>
    Array.from({ length: epochs }, (_, i) => {
      const units = total(path, i);
      const value = units === undefined ? series.get(path)?.[i] : units / (total("units", i) ?? 1);
      return [series.get("epoch")?.[i] ?? i, value ?? Number.NaN] as const;
    }).filter(([, value]) => !Number.isNaN(value));
}
