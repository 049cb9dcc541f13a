import { html, type Safe } from "../html/html.js";
import { CATEGORIES } from "../style/palette.js";
import { drawing } from "./figure.js";
import { px } from "./px.js";

export interface RegionMap {
  readonly title: string;
  readonly desc: string;
  readonly domain: readonly [left: number, right: number, bottom: number, top: number];
  readonly side: number;
  /** A digit of base 36 a cell, row by row from the bottom. */
  readonly classes: string;
  /** Lines w₁x + w₂y + b = 0 of units that are dead: no example lies on the side of the strokes. */
  readonly dead: readonly (readonly [w1: number, w2: number, b: number])[];
}

const SIZE = 132;

/** One rectangle for each run of equal cells in a row. */
function cells({ side, classes }: RegionMap): readonly Safe[] {
  const step = SIZE / side;
  const marks: Safe[] = [];
  for (let row = 0; row < side; row++)
    for (let from = 0; from < side; ) {
      const digit = classes.charAt(row * side + from);
      let to = from + 1;
      while (to < side && classes.charAt(row * side + to) === digit) to++;
      const y = (side - 1 - row) * step;
      marks.push(
        html`<rect class="r${Number.parseInt(digit, 36) % CATEGORIES.length}" x="${px(from * step)}" y="${px(y)}" width="${px((to - from) * step + 0.3)}" height="${px(step + 0.3)}"/>`,
      );
      from = to;
    }
  return marks;
}

/** The part of a dead unit's line inside the frame, with short strokes on the side where it would be alive. */
function deadLine({ domain }: RegionMap, [w1, w2, b]: readonly [number, number, number]): Safe | false {
  const [left, right, bottom, top] = domain;
  const across = (x: number): readonly [number, number] => [x, -(w1 * x + b) / w2];
  const upward = (y: number): readonly [number, number] => [-(w2 * y + b) / w1, y];
  const ends = [across(left), across(right), upward(bottom), upward(top)]
    .filter(([x, y]) => x >= left && x <= right && y >= bottom && y <= top)
    .map(([x, y]) => [(SIZE * (x - left)) / (right - left), (SIZE * (top - y)) / (top - bottom)] as const);
  const [first] = ends;
  const last = ends.find(
    ([x, y]) => first !== undefined && Math.abs(x - first[0]) + Math.abs(y - first[1]) > 0.5,
  );
  if (first === undefined || last === undefined) return false;
  const [dx, dy] = [w1 * ((right - left) / SIZE), -w2 * ((top - bottom) / SIZE)];
  const length = Math.sqrt(dx * dx + dy * dy);
  const strokes = [0.2, 0.5, 0.8].map((t) => {
    const [x, y] = [first[0] + t * (last[0] - first[0]), first[1] + t * (last[1] - first[1])];
    return `M${px(x)},${px(y)}l${px((6 * dx) / length)},${px((6 * dy) / length)}`;
  });
  return html`<path class="dead-line" d="M${px(first[0])},${px(first[1])}L${px(last[0])},${px(last[1])}${strokes.join("")}"/>`;
}

/** What a network answers over the plane of its inputs, and the lines of its dead units. */
export function regionMap(map: RegionMap): Safe {
  return drawing({
    width: SIZE,
    height: SIZE,
    kind: "region",
    title: map.title,
    desc: map.desc,
    marks: html`<g class="cells">${cells(map)}</g>${map.dead.map((line) => deadLine(map, line))}`,
  });
}
