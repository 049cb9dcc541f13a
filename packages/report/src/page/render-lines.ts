import { colorClass } from "../charts/color-class.js";
import { linesArea, linesChart } from "../charts/lines-chart.js";
import { numberAxis } from "../charts/number-axis.js";
import { formatNumber } from "../format/format.js";
import { CATEGORY_STYLE } from "./category-style.js";
import { svgFile } from "./svg-file.js";

/** Values of several things along a number they share, such as the layer. */
export interface LinesFile {
  readonly title: string;
  readonly desc: string;
  /** What x and y are. */
  readonly x: string;
  readonly y: string;
  readonly lines: readonly {
    readonly name: string;
    readonly dots: readonly { readonly x: number; readonly y: number }[];
  }[];
}

const STYLE = `${CATEGORY_STYLE}.mean-line{fill:none;stroke:var(--c);stroke-width:1.8}`;

/** Lines as a separate SVG file; y is logarithmic where values span decades. */
export function renderLines({ title, desc, x, y, lines }: LinesFile): string {
  const { left, right, top, bottom } = linesArea("wide");
  const dots = lines.flatMap((line) => line.dots);
  const chart = linesChart(
    {
      title,
      desc,
      x: numberAxis({
        label: x,
        values: dots.map((dot) => dot.x),
        range: [left + 6, right - 6],
        gap: 34,
        even: true,
      }),
      y: numberAxis({ label: y, values: dots.map((dot) => dot.y), range: [bottom - 8, top + 4], gap: 18 }),
      lines: lines.map((line, color) => ({
        name: line.name,
        ink: colorClass(color),
        dots: line.dots.map((dot) => ({
          ...dot,
          label: `${line.name}, ${x} ${dot.x}: ${formatNumber(dot.y, 3)}`,
          trouble: false,
        })),
      })),
    },
    "wide",
  );
  return svgFile(chart, STYLE);
}
