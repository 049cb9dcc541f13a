import { element, shape } from "./element.js";
import type { Curve } from "./read-trial.js";

interface Line {
  readonly label: string;
  readonly curve: Curve;
}

const WIDTH = 270;
const HEIGHT = 134;
const LEFT = 44;
const RIGHT = 190;
const TOP = 10;
const BOTTOM = 104;

/** Draws lines by epoch, each named at its end; nothing where there is no line. */
export function smallChart(parent: Element, title: string, lines: readonly Line[]): void {
  const drawn = lines.filter(({ curve }) => curve.length > 0);
  const values = drawn.flatMap(({ curve }) => curve.map(([, value]) => value));
  if (values.length === 0) return;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const last = Math.max(1, ...drawn.map(({ curve }) => curve.at(-1)?.[0] ?? 0));
  const x = (epoch: number): number => LEFT + ((RIGHT - LEFT) * epoch) / last;
  const y = (value: number): number => BOTTOM - ((BOTTOM - TOP) * (value - low)) / (high - low || 1);
  const figure = element("figure");
  figure.append(element("figcaption", `${title} by epoch`));
  parent.append(figure);
  const ends = drawn.map(({ label, curve }) => ({ label, value: curve.at(-1)?.[1] ?? 0 }));
  const words = (value: number): string => String(Number(value.toPrecision(4)));
  const svg = shape(figure, "svg", {
    class: "chart",
    role: "img",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    "aria-label": `${title} by epoch; at the end ${ends.map(({ label, value }) => `${label} ${words(value)}`).join(", ")}`,
  });
  const text = (at: Readonly<Record<string, string | number>>, content: string): void => {
    shape(svg, "text", at).textContent = content;
  };
  for (const value of low === high ? [low] : [low, high]) {
    shape(svg, "line", { class: "grid", x1: LEFT, x2: RIGHT, y1: y(value), y2: y(value) });
    text({ x: LEFT - 5, y: y(value) + 3.5, "text-anchor": "end" }, words(value));
  }
  text({ x: LEFT, y: HEIGHT - 4, "text-anchor": "middle" }, "0");
  text({ x: RIGHT, y: HEIGHT - 4, "text-anchor": "middle" }, String(last));
  let free = Number.NEGATIVE_INFINITY;
  const end = ({ curve }: Line): number => curve.at(-1)?.[1] ?? low;
  for (const line of drawn.toSorted((a, b) => end(b) - end(a))) {
    const { label, curve } = line;
    const group = shape(svg, "g", { class: `p${lines.indexOf(line)}` });
    shape(group, "path", { class: "mean-line", d: `M${curve.map(([e, v]) => `${x(e)},${y(v)}`).join("L")}` });
    free = Math.max(free + 12, y(end(line)) + 3.5);
    shape(group, "circle", { class: "mean", cx: RIGHT, cy: y(end(line)), r: 3 });
    shape(group, "circle", { class: "mean", cx: RIGHT + 10, cy: free - 3.5, r: 3.5 });
    text({ class: "strong", x: RIGHT + 17, y: free }, label);
  }
}
