import { ratioPlot } from "../charts/ratio-plot.js";
import { formatFloor, formatNanoseconds, formatRatio, speedDoubts } from "../format/format-speed.js";
import { html, type Safe } from "../html/html.js";
import { SPEED_PARTS, type SpeedFigure, type SpeedView, viewSpeed } from "../speed/speed-view.js";
import type { RunView } from "../view/run-view.js";
import { card, cards } from "./card.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

const MAX_ROWS = 40;

const TITLES = { step: "one update", forward: "value alone", backward: "derivative alone" } as const;

function plots(view: RunView, group: SpeedView): readonly Safe[] {
  const colors = new Map(
    view.points.map(({ configuration, color }) => [
      configuration.spec.model.activation[0]?.label ?? "",
      color,
    ]),
  );
  return SPEED_PARTS.flatMap((part) => {
    const rows = group.lines.flatMap(({ activation, figures }) => {
      const figure = figures[part];
      if (figure === undefined) return [];
      const { p50_ns, ratio, ratioInterval: interval } = figure;
      const numbers = `${formatNanoseconds(p50_ns)}, ${ratio.toFixed(2)}×`;
      return { label: activation, ratio, interval, numbers, color: colors.get(activation) ?? 0 };
    });
    if (rows.length === 0) return [];
    const title = `${TITLES[part]}, time over ${group.baseline}'s`;
    const shown = rows.toSorted((a, b) => a.ratio - b.ratio).slice(0, MAX_ROWS);
    const body = ratioPlot({
      title: `${group.network}: ${title}`,
      rows: shown,
      floor: group.floors[part] ?? 0,
    });
    const note =
      part === "step" ? formatFloor(group) : "nanoseconds an element, 1,024 of them, within the first cache";
    return card({ title, note, body });
  });
}

function cells(figure: SpeedFigure | undefined): readonly string[] {
  if (figure === undefined) return ["–", "–", "–", "–"];
  const { p50_ns, mad_ns } = figure;
  return [formatNanoseconds(p50_ns), formatNanoseconds(mad_ns), formatRatio(figure), figure.verdict];
}

function table({ network, lines }: SpeedView): Safe {
  return tableBehind({
    summary: `Table of times: ${network}`,
    heads: ["activation", "what", "median", "spread (MAD)", "over the baseline", "verdict"],
    rows: lines.flatMap(({ activation, figures }) =>
      SPEED_PARTS.filter((part) => figures[part] !== undefined).map((part) => [
        name(activation),
        TITLES[part],
        ...cells(figures[part]),
      ]),
    ),
  });
}

/** What the isolated timing measured: each activation's update and kernels, compared with the baseline's. */
export const speedSection: Section = {
  id: "speed",
  title: "Isolated timing",
  closed: true,
  render(view) {
    const { speed } = view;
    if (speed === undefined)
      return {
        absent: "Isolated timing was not run.",
        yaml: "measure: { speed: true }",
      };
    const groups = speed.groups.map((group) => viewSpeed(group, view.confidence));
    const { cpu, node } = speed.machine;
    return html`<p class="note">Measured after the trials, one network at a time, each in its own thread, in alternating order. The baseline ran in two threads; their difference is the noise floor (shaded band), and what does not lie beyond it is inconclusive. Bars are ${Math.round(view.confidence * 100)} % confidence intervals of the median over rounds. On ${name(cpu)}, Node ${node}, ${speed.created.slice(0, 10)}; the figures do not carry over to other machines.</p>
${groups.map((group) => html`<h3>${name(group.network)}</h3>${speedDoubts(group) !== "" && html`<p class="note"><b>${speedDoubts(group)}</b></p>`}${cards(plots(view, group), "")}${table(group)}`)}`;
  },
};
