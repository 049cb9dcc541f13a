import { each } from "./each.js";

/** The points that brushes let through; undefined: all. */
export interface Selection {
  has(point: string | undefined): boolean;
  set(points: ReadonlySet<string> | undefined): void;
  onChange(listener: () => void): void;
}

/** A selection of an article's points; marks of others are dimmed wherever they stand. */
export function createSelection(article: Element): Selection {
  let chosen: ReadonlySet<string> | undefined;
  const listeners: (() => void)[] = [];
  const has = (point: string | undefined): boolean => chosen?.has(point ?? "") ?? true;
  return {
    has,
    set(points) {
      chosen = points;
      each(article, "[data-p]:not(.trials tr)", (mark) => mark.classList.toggle("out", !has(mark.dataset.p)));
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
