import { each } from "./each.js";
import { shape } from "./element.js";
import type { Selection } from "./selection.js";
import type { View } from "./view.js";

/** Part of an axis, in the chart's own units. */
type Range = readonly [from: number, to: number];

const LEAST = 3;
const STEPS = 20;

/**
 * Lets a reader brush the axes of parallel coordinates: only points inside every brush stay lit, here and
 * elsewhere.
 */
export function brushes(article: HTMLElement, selection: Selection, view: View): void {
  each<SVGSVGElement>(article, "svg.parallel", (svg, place) =>
    brushChart(svg, { article, selection, view, place }),
  );
}

interface Brushed {
  readonly article: HTMLElement;
  readonly selection: Selection;
  readonly view: View;
  /** The chart is drawn for each width: which of them this is. */
  readonly place: number;
}

function brushChart(svg: SVGSVGElement, { article, selection, view, place }: Brushed): void {
  const axes = [...svg.querySelectorAll<SVGGElement>(".brushed-axis")];
  const lines = [...svg.querySelectorAll<SVGPathElement>("path[data-p]")].map((line) => ({
    point: line.dataset.p ?? "",
    heights: [...(line.getAttribute("d") ?? "").matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)),
  }));
  const output = article.querySelector<HTMLOutputElement>("output.brushed-points");
  const ranges = new Map<number, Range>();
  const name = `${svg.closest("section")?.id}.brush${place || ""}`;

  const show = (): void => {
    axes.forEach((axis, i) => {
      each(axis, ".brush", (old) => old.remove());
      const range = ranges.get(i);
      if (range)
        shape(axis, "rect", { class: "brush", x: -7, y: range[0], width: 14, height: range[1] - range[0] });
      const { from, to } = frameOf(axis);
      const share = (y: number): number => Math.round((100 * (to - y)) / (to - from));
      axis.setAttribute("aria-valuenow", String(range ? share(range[1]) : 0));
      axis.setAttribute("aria-valuetext", range ? `from ${share(range[1])} to ${share(range[0])} %` : "all");
    });
    const inside = ({ heights }: { readonly heights: readonly number[] }): boolean =>
      [...ranges].every(([i, [from, to]]) => (heights[i] ?? -1) >= from && (heights[i] ?? -1) <= to);
    const chosen = lines.filter(inside);
    if (output)
      output.value = ranges.size > 0 ? `${chosen.length} of ${lines.length} configurations brushed` : "";
    selection.set(ranges.size > 0 ? new Set(chosen.map(({ point }) => point)) : undefined);
  };
  const set = (i: number, range: Range | undefined): void => {
    if (range && range[1] - range[0] >= LEAST) ranges.set(i, range);
    else ranges.delete(i);
    view.set(
      name,
      [...ranges].map(([axis, [from, to]]) => `${axis}:${from.toFixed(1)}:${to.toFixed(1)}`).join(),
    );
    show();
  };

  axes.forEach((axis, i) => {
    const { from, to } = frameOf(axis);
    const limit = (y: number): number => Math.max(from, Math.min(to, y));
    const height = ({ clientY }: MouseEvent): number => {
      const box = svg.getBoundingClientRect();
      return limit(((clientY - box.top) * svg.viewBox.baseVal.height) / box.height);
    };
    axis.addEventListener("pointerdown", (down) => {
      down.preventDefault();
      axis.focus();
      axis.setPointerCapture(down.pointerId);
      const start = height(down);
      const move = (event: PointerEvent): void => {
        const y = height(event);
        set(i, [Math.min(start, y), Math.max(start, y)]);
      };
      set(i, undefined);
      axis.addEventListener("pointermove", move);
      axis.addEventListener("lostpointercapture", () => axis.removeEventListener("pointermove", move), {
        once: true,
      });
    });
    axis.addEventListener("keydown", (event) => {
      const step = (to - from) / STEPS;
      const [low, high] = ranges.get(i) ?? [from, from + 5 * step];
      const grow = event.shiftKey ? 1 : 0;
      if (event.key === "ArrowUp")
        set(i, [limit(low - step), Math.max(limit(low - step) + LEAST, high - step * (1 - grow))]);
      else if (event.key === "ArrowDown")
        set(i, [Math.min(low + step * (1 - grow), to - LEAST), limit(high + step)]);
      else if (event.key === "Escape" || event.key === "Delete") set(i, undefined);
      else return;
      event.preventDefault();
    });
  });
  view.onRestore(() => {
    if (svg.checkVisibility() === false && view.get(name) === "") return;
    ranges.clear();
    for (const text of view.get(name).split(",").filter(Boolean)) {
      const [i = -1, from = 0, to = 0] = text.split(":").map(Number);
      if (i in axes && to - from >= LEAST) ranges.set(i, [from, to]);
    }
    show();
  });
}

/** The two ends of an axis, as its hit area has them. */
function frameOf(axis: Element): { readonly from: number; readonly to: number } {
  const area = axis.querySelector("rect.hit");
  const from = Number(area?.getAttribute("y"));
  return { from, to: from + Number(area?.getAttribute("height")) };
}
