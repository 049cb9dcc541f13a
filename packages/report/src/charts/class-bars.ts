import { formatInteger, formatPercent } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { px } from "./px.js";

const WIDTH = 340;
const HEIGHT = 120;
const TOP = 16;
const BOTTOM = HEIGHT - 16;

/** Examples per class of the training rows. */
export function classBars(counts: readonly number[]): Safe {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const total = counts.reduce((a, b) => a + b, 0);
  const step = WIDTH / Math.max(1, counts.length);
  const every = Math.max(1, Math.ceil(26 / step));
  const bars = counts.map((count, i) => {
    const height = ((BOTTOM - TOP) * count) / most;
    const center = px((i + 0.5) * step);
    const words =
      i % every === 0 &&
      html`<text x="${center}" y="${BOTTOM + 13}" text-anchor="middle">${i}</text>${
        step >= 30 &&
        html`<text x="${center}" y="${px(BOTTOM - height - 4)}" text-anchor="middle">${formatPercent(count / Math.max(1, total), 1).replace(" ", "")}</text>`
      }`;
    return html`<rect class="bar-fill" x="${px(i * step + step * 0.1)}" y="${px(BOTTOM - height)}" width="${px(step * 0.8)}" height="${px(height)}"/>${words}`;
  });
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    title: "Examples per class in the training rows",
    desc: counts.map((count, i) => `class ${i}: ${formatInteger(count)}`).join(", "),
    marks: bars,
  });
}
