import type { RegionFrame } from "@actbench/core/internal";
import { REGION_LIMITS } from "../analysis/region-limits.js";
import { regionMap } from "../charts/region-map.js";
import { formatInteger, formatNumber, formatPercent, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { type PointRegions, pointRegions } from "../view/point-regions.js";
import type { RunView } from "../view/run-view.js";
import { type EpochCard, type EpochFrame, epochChoice } from "./epoch-choice.js";
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

function cardOf({ regions, point }: PointRegions): EpochCard {
  const frames = regions.frames.map((frame): EpochFrame => {
    const { epoch, dead } = frame;
    const body = regionMap({
      ...regions,
      ...frame,
      title: `Decision regions after epoch ${epoch}: ${point.configuration.label}`,
      desc: `${shares(frame)}; ${plural(dead.length, "dead unit")} in the first layer.`,
    });
    return { epoch, body, ...(dead.length > 0 && { remark: ` · ${dead.length} dead` }) };
  });
  return { point, frames };
}

function note(view: RunView, all: readonly PointRegions[]): Safe {
  const domains = new Set(
    all.map(({ regions: { domain } }) => domain.map((end) => formatNumber(end, 3)).join()),
  );
  const [only = ""] = domains;
  const [left, right, bottom, top] = only.split(",");
  const extent =
    domains.size === 1 && `, from ${left} to ${right} across and from ${bottom} to ${top} upwards`;
  const others = view.points.length - all.length;
  const { points, updates } = REGION_LIMITS;
  const rest =
    others > 0 &&
    html` ${plural(others, "configuration is", "configurations are")} left out: not among the ${points} best, too slow to evaluate, of more than ${formatInteger(updates)} updates, without a completed trial, or with networks that do not depend on the two inputs alone (normalized layers, gated units, code).`;
  return html`<p class="note">Predicted class over the input plane${extent}; paler where its probability is below 90 and 70 %; epoch 0 is the initialization. Dots and squares are training examples by class. A line with a shaded half-plane is a dead unit of the first layer: it would be alive in that half-plane, which holds no training example. ${plural(all.length, "configuration")}, best first, each at one seed, trained again when the page was made.${rest}</p>`;
}

/** What networks with two inputs answer over the plane, by point and epoch. */
export const regionsSection: Section = {
  id: "regions",
  title: "Decision regions",
  render(view) {
    const all = pointRegions(view);
    if (all.length === 0)
      return {
        absent: view.study.data.some(({ inputs, targets }) => inputs === 2 && targets === undefined)
          ? "None were drawn: the run is not finished, its data is not where it was, or its networks cannot be drawn over the plane of their inputs (normalized layers, gated units, code, or long to train again)."
          : "Decision regions are available for data with two inputs only.",
      };
    return html`${note(view, all)}
${epochChoice(view, { id: "regions", cards: all.map(cardOf) })}
${tableBehind({
  summary: "Table of decision regions",
  heads: ["configuration", "seed", "epoch", "fractions of the plane", "dead units of layer 1"],
  rows: all.flatMap(({ regions, point }) =>
    regions.frames.map((frame) => [
      name(point.configuration.label),
      String(regions.seed),
      String(frame.epoch),
      shares(frame),
      String(frame.dead.length),
    ]),
  ),
})}`;
  },
};
