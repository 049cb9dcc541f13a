import { fieldOf, type Path } from "../src/data/field-of.js";
import { readSeries, type Series } from "../src/data/series.js";
import { readInts } from "../src/data/varint.js";

/** A line by epoch. */
export type Curve = readonly (readonly [epoch: number, value: number])[];

interface Layout {
  readonly outcome: readonly Path[];
  readonly epoch: readonly Path[];
}

const layouts = new WeakMap<Element, Layout>();

function layoutOf(article: Element): Layout {
  const known = layouts.get(article);
  if (known) return known;
  const { layout } = JSON.parse(article.nextElementSibling?.textContent ?? "") as { readonly layout: Layout };
  layouts.set(article, layout);
  return layout;
}

/**
 * A trial's curves out of its row: by a path such as `train.loss`, or by a state of units, which is then a share of all
 * units of all layers.
 */
export function readCurve(article: Element, text: string): (path: string) => Curve {
  const { outcome, epoch } = layoutOf(article);
  const numbers = readInts(text) ?? [];
  let at = 2;
  const next = (): number => numbers[at++] ?? 0;
  const epochs = numbers.length > 2 ? next() : 0;
  for (const path of epochs > 0 ? outcome : []) readSeries(1, fieldOf(path), next);
  const series = new Map<string, Series>();
  for (const path of epochs > 0 ? epoch : [])
    series.set(path.join("."), readSeries(epochs, fieldOf(path), next));
  const total = (field: string, i: number): number | undefined => {
    const layers = [...series].filter(([name]) => name.startsWith("units.") && name.endsWith(`.${field}`));
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
