import { drawing } from "../charts/figure.js";
import { fitName } from "../charts/fit-text.js";
import { regionMap } from "../charts/region-map.js";
import { NARROW_WIDTH, type Size } from "../charts/sizes.js";
import type { DrawnChart } from "../figure/drawn-chart.js";
import { plural } from "../format/format.js";
import { html, markupOf, type Safe, trusted } from "../html/html.js";
import { pointRegions } from "../view/point-regions.js";
import type { RunView } from "../view/run-view.js";

const MOST = 8;
const CELL = 164;
const MAP = 132;

/**
 * The best configurations' decision regions at the end of training, side by side; undefined where none were
 * drawn.
 */
export function regionGrid(view: RunView): DrawnChart | undefined {
  const all = pointRegions(view)
    .flatMap(({ point, regions }) => {
      const frame = regions.frames.at(-1);
      return frame === undefined ? [] : { point, regions, frame };
    })
    .slice(0, MOST);
  if (all.length === 0) return undefined;
  const title = "Decision regions at the end of training";
  const draw = (size: Size): Safe => {
    const columns = size === "narrow" ? 2 : 4;
    const maps = all.map(({ point, regions, frame }, i) => {
      const [x, y] = [(i % columns) * CELL, Math.floor(i / columns) * CELL];
      const map = markupOf(regionMap({ ...regions, ...frame, title: point.configuration.label, desc: "" }));
      const marks = map.replace(/^<svg [^>]*>.*?<\/desc>/s, "").replace(/<\/svg>$/, "");
      return html`<text class="strong" x="${x + 4}" y="${y + 12}">${fitName(point.configuration.label, CELL - 10, 10.5)}</text><svg x="${x + 4}" y="${y + 18}" width="${MAP}" height="${MAP}" viewBox="0 0 ${MAP} ${MAP}">${trusted(marks)}</svg>`;
    });
    return drawing({
      width: size === "narrow" ? NARROW_WIDTH : columns * CELL,
      height: Math.ceil(all.length / columns) * CELL,
      title,
      desc: plural(all.length, "configuration"),
      marks: maps,
    });
  };
  return { title, draw, marks: "predicted class over the input plane, lines: dead units of the first layer" };
}
