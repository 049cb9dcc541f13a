import { html, type Safe } from "../html/html.js";
import { CLASSES } from "../style/palette.js";
import { cellOutline } from "./cell-outline.js";
import { drawing } from "./figure.js";
import { px } from "./px.js";

export interface RegionMap {
  readonly title: string;
  readonly desc: string;
  readonly domain: readonly [left: number, right: number, bottom: number, top: number];
  readonly side: number;
  /** A digit of base 36 a cell, row by row from the bottom. */
  readonly classes: string;
  /** How probable each cell's class is: 0, 1 or 2, from doubtful to certain. */
  readonly sure?: string | undefined;
  /** Training examples with their class. */
  readonly examples?: readonly (readonly [x: number, y: number, label: number])[] | undefined;
  /** Lines w₁x + w₂y + b = 0 of units that are dead: no example lies on the side of the strokes. */
  readonly dead: readonly (readonly [w1: number, w2: number, b: number])[];
}

const SIZE = 132;

/** One shape for each class, over a ground of the commonest. */
function areas({ side, classes }: RegionMap): readonly Safe[] {
  const counts = new Map<string, number>();
  for (const digit of classes) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const [ground = "0", ...others] = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const ink = (digit: string): string => `r${Number.parseInt(digit, 36) % CLASSES.length}`;
  return [
    html`<rect class="${ink(ground)}" width="${side}" height="${side}"/>`,
    ...others.map((digit) => {
      const outline = cellOutline(
        side,
        (column, row) => classes.charAt((side - 1 - row) * side + column) === digit,
      );
      return html`<path class="${ink(digit)}" fill-rule="evenodd" d="${outline}"/>`;
    }),
  ];
}

/** Veils over what the network is not certain of, and half of one where it is nearly so. */
function veils({ side, sure = "" }: RegionMap): readonly Safe[] {
  return ["0", "1"].map((digit) => {
    const outline =
      sure === ""
        ? ""
        : cellOutline(side, (column, row) => sure.charAt((side - 1 - row) * side + column) <= digit);
    return html`${outline !== "" && html`<path class="veil" fill-rule="evenodd" d="${outline}"/>`}`;
  });
}

/** Each class its shape, so that color is not the only cue. */
function exampleMarks({ domain, examples = [] }: RegionMap): Safe {
  const [left, right, bottom, top] = domain;
  const classes = [...new Set(examples.map(([, , label]) => label))].sort((a, b) => a - b);
  return html`${classes.map((label, k) => {
    const marks = examples
      .filter(([, , own]) => own === label)
      .map(([x, y]) => {
        const [cx, cy] = [px((SIZE * (x - left)) / (right - left)), px((SIZE * (top - y)) / (top - bottom))];
        return k % 2 === 0
          ? `M${px(cx - 1.3)},${cy}a1.3,1.3 0 1 0 2.6,0a1.3,1.3 0 1 0 -2.6,0z`
          : `M${px(cx - 1.2)},${px(cy - 1.2)}h2.4v2.4h-2.4z`;
      });
    return html`<path class="example e${label % CLASSES.length}" d="${marks.join("")}"/>`;
  })}`;
}

/** The half-plane in which a dead unit would be alive: no example lies in it. */
function deadHalf({ domain }: RegionMap, [w1, w2, b]: readonly [number, number, number]): Safe {
  const [left, right, bottom, top] = domain;
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const;
  const height = ([x, y]: readonly [number, number]): number => w1 * x + w2 * y + b;
  const shape = corners.flatMap((corner, i): (readonly [number, number])[] => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    const [h, k] = [height(corner), height(next)];
    const t = h / (h - k);
    const cut = [corner[0] + t * (next[0] - corner[0]), corner[1] + t * (next[1] - corner[1])] as const;
    return [...(h > 0 ? [corner] : []), ...(h > 0 !== k > 0 ? [cut] : [])];
  });
  const at = shape.map(
    ([x, y]) => `${px((SIZE * (x - left)) / (right - left))},${px((SIZE * (top - y)) / (top - bottom))}`,
  );
  return html`${at.length > 2 && html`<path class="dead-half" d="M${at.join("L")}z"/>`}`;
}

/**
 * The part of a dead unit's line inside the frame, with short strokes on the side where it would be alive.
 */
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
    marks: html`<g class="cells" transform="scale(${px(SIZE / map.side)})">${areas(map)}${veils(map)}</g>${map.dead.map((line) => html`${deadHalf(map, line)}${deadLine(map, line)}`)}${exampleMarks(map)}`,
  });
}
