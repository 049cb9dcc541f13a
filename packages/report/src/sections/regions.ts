import type { DecisionRegions, RegionFrame } from "@actbench/core";
import { regionMap } from "../charts/region-map.js";
import { formatNumber, formatPercent, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

/** Shares of the plane by class, largest first: `class 0 54 %, class 1 46 %`. */
function shares({ classes }: RegionFrame): string {
  const counts = new Map<string, number>();
  for (const digit of classes) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([digit, n]) => `class ${Number.parseInt(digit, 36)} ${formatPercent(n / classes.length, 0)}`)
    .join(", ");
}

const labelOf = (view: RunView, regions: DecisionRegions): string =>
  view.points.find(({ point }) => point.point === regions.point)?.point.label ?? "";

function strip(view: RunView, regions: DecisionRegions): Safe {
  const label = labelOf(view, regions);
  const frames = regions.frames.map((frame) => {
    const dead = frame.dead.length === 0 ? "" : `, ${frame.dead.length} dead`;
    return html`<figure><figcaption>epoch ${frame.epoch}${dead}</figcaption>${regionMap({
      ...regions,
      ...frame,
      title: `Decision regions after epoch ${frame.epoch}: ${label}`,
      desc: `${shares(frame)}; ${plural(frame.dead.length, "dead unit")} in the first layer.`,
    })}</figure>`;
  });
  return html`<h3>${name(label)}, seed ${regions.seed}</h3>
<div class="regions" data-p="${regions.point}">${frames}</div>
`;
}

/** What networks with two inputs answer over the plane, epoch by epoch. */
export const regionsSection: Section = {
  id: "regions",
  title: "Decision regions",
  render(view) {
    const { regions = [] } = view;
    if (regions.length === 0)
      return {
        absent: view.study.data.some(({ inputs }) => inputs === 2)
          ? "None were made: the run is not finished, or its networks are not drawn over the plane of their inputs (normalized, gated or long to train again)."
          : "They are drawn where examples have two inputs; these have more.",
      };
    const [first] = regions;
    const ends = (first?.domain ?? []).map((end) => formatNumber(end, 3));
    return html`<p class="note">The class that a network answers at each place of the plane of its two inputs, from ${ends[0]} to ${ends[1]} across and from ${ends[2]} to ${ends[3]} upwards, after some epochs; epoch 0 is the initialisation. A line is a dead unit of the first layer: the half-plane on the side of its strokes, where it would be alive, holds no training example. Shown are the ${plural(regions.length, "best point")} at one seed, trained again when the page was made.</p>
${regions.map((one) => strip(view, one))}
${tableBehind({
  summary: "Table of decision regions",
  heads: ["point", "epoch", "shares of the plane", "dead units of layer 1"],
  rows: regions.flatMap((one) =>
    one.frames.map((frame) => [
      name(labelOf(view, one)),
      String(frame.epoch),
      shares(frame),
      String(frame.dead.length),
    ]),
  ),
})}`;
  },
};
