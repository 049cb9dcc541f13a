import { html, type Safe } from "../html/html.js";
import { spreadOver } from "../view/spread-over.js";
import { areaPath } from "./area-path.js";
import { avoidOverlap } from "./avoid-overlap.js";
import type { ChartAxis } from "./chart-axis.js";
import { drawing } from "./figure.js";
import { fitName } from "./fit-text.js";
import { linePath } from "./path.js";
import { type Area, plotFrame } from "./plot-frame.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

/** A place of a line, with what it says of itself. */
export interface LineDot {
  readonly x: number;
  /** Absent: nothing was measured here, and a cross stands at the bottom instead. */
  readonly y?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly label: string;
  /** Whether some of what is behind it diverged. */
  readonly trouble: boolean;
}

export interface Line {
  readonly name: string;
  /** The class of its color. */
  readonly ink: string;
  /** The configuration that it shows, which lights up wherever else it stands. */
  readonly point?: number;
  readonly dots: readonly LineDot[];
}

export interface LinesChart {
  readonly title: string;
  readonly desc: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly lines: readonly Line[];
}

const FONT = 10.5;
const SIZES: Readonly<
  Record<
    Size,
    {
      readonly width: number;
      readonly height: number;
      readonly names: number;
      /** Dots of a line, which the eye and the pointer can still tell apart. */
      readonly most: number;
    }
  >
> = {
  wide: { width: 700, height: 320, names: 168, most: 12 },
  narrow: { width: NARROW_WIDTH, height: 280, names: 96, most: 8 },
};

/** Where the marks of a chart of lines stand; right of it are their names. */
export function linesArea(size: Size): Area {
  const { width, height, names } = SIZES[size];
  return { left: 48, right: width - names, top: 24, bottom: height - 36 };
}

/** The places that get a dot: all that were in trouble or have no value, of the others some, evenly. */
function marked(dots: readonly LineDot[], most: number): readonly LineDot[] {
  if (dots.length <= most) return dots;
  const plain = dots.filter((dot) => !dot.trouble && dot.y !== undefined);
  const chosen = new Set(spreadOver(plain, most));
  return dots.filter((dot) => dot.trouble || dot.y === undefined || chosen.has(dot));
}

function lineMarks({ ink, point, dots }: Line, { x, y }: LinesChart, size: Size): Safe {
  const { bottom, top } = linesArea(size);
  const { most } = SIZES[size];
  const inside = (value: number): number => Math.min(bottom, Math.max(top, y.at(value)));
  const measured = dots.flatMap((dot) => (dot.y === undefined ? [] : { ...dot, y: dot.y }));
  const band = areaPath(
    measured.map((dot) => ({
      x: x.at(dot.x),
      low: dot.low === undefined ? Number.NaN : inside(dot.low),
      high: dot.high === undefined ? Number.NaN : inside(dot.high),
    })),
  );
  const shown = marked(dots, most);
  const marks = shown.map((dot) => {
    const [cx, cy] = [px(x.at(dot.x)), px(dot.y === undefined ? bottom - 5 : y.at(dot.y))];
    const said = html`tabindex="-1" role="img" aria-label="${dot.label}"`;
    if (dot.y === undefined)
      return html`<path class="cross" ${said} d="M${cx - 4},${cy - 4}l8,8m0,-8l-8,8"/>`;
    return html`<circle class="${dot.trouble ? "hollow" : "mean"}" ${said} cx="${cx}" cy="${cy}" r="4"/>`;
  });
  const path = linePath(measured.map((dot) => [x.at(dot.x), y.at(dot.y)]));
  return html`<g class="${ink}"${point !== undefined && html` data-p="${point}"`}>${band !== "" && html`<path class="band-fill" d="${band}"/>`}<path class="mean-line" d="${path}"/>${marks}</g>`;
}

/** The lines' names at their ends, moved apart; none where there is no room for all. */
function names({ lines, y }: LinesChart, size: Size): readonly Safe[] {
  const { right, top, bottom } = linesArea(size);
  const ends = lines.map(({ dots }) => {
    const last = dots.findLast((dot) => dot.y !== undefined);
    return last?.y === undefined ? bottom : y.at(last.y);
  });
  const places = avoidOverlap(ends, 13, [top, bottom]);
  if (places === undefined) return [];
  return lines.map(
    ({ name, ink }, i) =>
      html`<circle class="mean ${ink}" cx="${right + 14}" cy="${px(places[i] ?? 0)}" r="4"/><text class="strong" x="${right + 22}" y="${px((places[i] ?? 0) + 3.5)}">${fitName(name, SIZES[size].names - 24, FONT)}</text>`,
  );
}

/** Several lines along a numeric setting, with bands for intervals. */
export function linesChart(chart: LinesChart, size: Size): Safe {
  const area = linesArea(size);
  const { width, height } = SIZES[size];
  return drawing({
    width,
    height,
    title: chart.title,
    desc: chart.desc,
    interactive: true,
    marks: html`${plotFrame(area, chart.x, chart.y)}${chart.lines.map((line) => lineMarks(line, chart, size))}${names(chart, size)}`,
  });
}
