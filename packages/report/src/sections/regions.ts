import type { DecisionRegions, RegionFrame } from "@actbench/core/internal";
import { REGION_LIMITS } from "../analysis/region-limits.js";
import { colorClass } from "../charts/color-class.js";
import { regionMap } from "../charts/region-map.js";
import { formatInteger, formatNumber, formatPercent, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

/** Regions with the point whose they are. */
interface PointRegions {
  readonly regions: DecisionRegions;
  readonly point: PointView;
}

/** Best first. */
function placedOf({ regions = [], ranked }: RunView): readonly PointRegions[] {
  return ranked.flatMap((point) => {
    const found = regions.find((one) => one.point === point.index);
    return found === undefined ? [] : [{ regions: found, point }];
  });
}

/** Shares of the plane by class, largest first: `class 0 54 %, class 1 46 %`. */
function shares({ classes }: RegionFrame): string {
  const counts = new Map<string, number>();
  for (const digit of classes) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([digit, n]) => `class ${Number.parseInt(digit, 36)} ${formatPercent(n / classes.length, 0)}`)
    .join(", ");
}

/** The frame shown at one of `moments` moments; if there are fewer frames, some are shown several times. */
function frameAt({ frames }: DecisionRegions, moment: number, moments: number): RegionFrame | undefined {
  return frames[Math.round((moment * (frames.length - 1)) / Math.max(1, moments - 1))];
}

/** `epoch 3` where all networks trained equally long, else a share of the training. */
function momentTitle(all: readonly PointRegions[], moment: number, moments: number): string {
  const epochs = new Set(all.map(({ regions }) => frameAt(regions, moment, moments)?.epoch));
  const [epoch] = epochs;
  if (epochs.size === 1 && epoch !== undefined) return `epoch ${epoch}`;
  return `${formatPercent(moment / Math.max(1, moments - 1), 0)} of the epochs`;
}

function mapAt(label: string, regions: DecisionRegions, frame: RegionFrame): Safe {
  const { epoch, dead } = frame;
  return regionMap({
    ...regions,
    ...frame,
    title: `Decision regions after epoch ${epoch}: ${label}`,
    desc: `${shares(frame)}; ${plural(dead.length, "dead unit")} in the first layer.`,
  });
}

function pointMaps({ regions, point }: PointRegions, moments: number): Safe {
  const { label } = point.configuration;
  const figures = Array.from({ length: moments }, (_, moment) => {
    const frame = frameAt(regions, moment, moments);
    if (frame === undefined) return false;
    const dead = frame.dead.length === 0 ? "" : ` · ${frame.dead.length} dead`;
    return html`<figure class="at-${moment}">${mapAt(label, regions, frame)}<figcaption><small>epoch ${frame.epoch}${dead}</small></figcaption></figure>`;
  });
  return html`<div class="region-card" data-p="${regions.point}"><p><i class="swatch ${colorClass(point.color)}"></i>${name(label)}</p>${figures}</div>
`;
}

/** One choice of the moment for all maps; without a script it is a form's own. */
function maps(view: RunView, all: readonly PointRegions[]): Safe {
  const moments = Math.max(...all.map(({ regions }) => regions.frames.length));
  const group = `${view.prefix}regions-moment`;
  const choices = Array.from({ length: moments }, (_, moment) => {
    const id = `${group}-${moment}`;
    const checked = moment === moments - 1 && html` checked`;
    return html`<input type="radio" name="${group}" id="${id}"${checked}><label for="${id}">${momentTitle(all, moment, moments)}</label>`;
  });
  return html`<fieldset class="choice regions"><legend>Networks after</legend>${choices}<div class="maps">${all.map((one) => pointMaps(one, moments))}</div></fieldset>
`;
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
    html` ${plural(others, "point is", "points are")} left out: beyond the ${points} best or what can be asked in a second or two, of more than ${formatInteger(updates)} updates, without a completed trial, or with networks that the plane of inputs does not decide alone (normalized layers, gated units, code).`;
  return html`<p class="note">Predicted class over the input plane${extent}; paler where its probability is below 90 and 70 %; epoch 0 is the initialisation. Dots and squares are training examples by class. A line with a shaded half-plane is a dead unit of the first layer: it would be alive in the half-plane, which holds no training example. ${plural(all.length, "point")}, best first, each at one seed, trained again when the page was made.${rest}</p>`;
}

/** What networks with two inputs answer over the plane, by point and epoch. */
export const regionsSection: Section = {
  id: "regions",
  title: "Decision regions",
  render(view) {
    const all = placedOf(view);
    if (all.length === 0)
      return {
        absent: view.study.data.some(({ inputs, targets }) => inputs === 2 && targets === undefined)
          ? "None were drawn: the run is not finished, its data is not where it was, or its networks cannot be drawn over the plane of their inputs (normalized layers, gated units, code, or long to train again)."
          : "Decision regions are available for data with two inputs only.",
      };
    return html`${note(view, all)}
${maps(view, all)}
${tableBehind({
  summary: "Table of decision regions",
  heads: ["point", "seed", "epoch", "shares of the plane", "dead units of layer 1"],
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
