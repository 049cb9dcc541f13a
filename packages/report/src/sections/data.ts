import type { DataCard, TargetCard } from "@actbench/core/internal";
import { fromBase64 } from "@actbench/core/internal";
import { classBars } from "../charts/class-bars.js";
import { pngUri } from "../charts/png.js";
import { formatInteger, formatNumber, formatPercent, MISSING } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

// A stranger's page may claim any size; pictures of a data card are thumbnails.
const MAX_SIDE = 256;
const MAX_SAMPLES = 40;
const MAX_TARGETS = 50;

function pictures({ image, samples, name: dataset }: DataCard): Safe {
  if (image === undefined || samples === undefined || samples.length === 0)
    return html`<p class="note">No pictures: the examples are not images.</p>`;
  const [width, height] = image;
  const shown = samples.slice(0, MAX_SAMPLES).flatMap(({ label, bytes }) => {
    const greys = fromBase64(bytes);
    const fits = greys?.length === width * height && Math.max(width, height) <= MAX_SIDE;
    return greys !== undefined && fits
      ? html`<figure><img src="${pngUri(greys, width, height)}" width="${2 * width}" height="${2 * height}" alt="An example of class ${label} of ${dataset}"><figcaption>${label}</figcaption></figure>`
      : [];
  });
  return html`<div class="samples">${shown}</div>`;
}

function oneCard(card: DataCard): Safe {
  const facts: readonly (readonly [string, string])[] = [
    ["source", card.source],
    ["license", card.license],
    ["training rows", formatInteger(card.train_rows)],
    ...(card.validation_rows === undefined
      ? []
      : [["validation rows", formatInteger(card.validation_rows)] as const]),
    ["test rows", formatInteger(card.test_rows)],
    [
      "inputs",
      card.image === undefined ? formatInteger(card.inputs) : `${card.inputs} (${card.image.join(" × ")})`,
    ],
    card.targets === undefined
      ? ["classes", formatInteger(card.classes)]
      : ["numbers to predict", formatInteger(card.targets.length)],
    ["inputs that are not 0", formatPercent(card.density, 1)],
    ["SHA-256", card.hash],
  ];
  return html`<h3>${name(card.name)}</h3><p class="note"><bdi>${card.description}</bdi></p>
<dl class="facts">${facts.map(([key, value]) => html`<div><dt>${key}<dd>${name(value)}</div>`)}</dl>
${card.targets === undefined ? classesOf(card) : targetsOf(card.targets)}`;
}

/** The numbers to predict over the training rows; the deviation is the RMSE of always predicting the mean. */
function targetsOf(targets: readonly TargetCard[]): Safe {
  const shown = targets.slice(0, MAX_TARGETS);
  const left = targets.length - shown.length;
  return html`<p class="note">Over the training rows, in the unit of the target. Always predicting the mean has an RMSE of one standard deviation.${left > 0 && ` Shown are the first ${shown.length} of ${formatInteger(targets.length)} targets.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Numbers to predict"><table><thead><tr><th scope="col">target<th scope="col" class="num">mean<th scope="col" class="num">standard deviation<th scope="col" class="num">least<th scope="col" class="num">most<tbody>
${shown.map(
  (
    target,
  ) => html`<tr><th scope="row">${name(target.name)}${[target.mean, target.deviation, target.min, target.max].map((value) => html`<td class="num">${formatNumber(value)}`)}
`,
)}</table></div>`;
}

function classesOf(card: DataCard): Safe {
  const total = card.class_counts.reduce((sum, n) => sum + n, 0);
  return html`<div class="data-pictures"><figure class="card"><figcaption><b>Examples per class, training rows</b></figcaption>${classBars(card.class_counts)}</figure>${pictures(card)}</div>
${tableBehind({
  summary: "Table of classes",
  heads: ["class", "examples", "share"],
  rows: card.class_counts.map((n, i) => [
    String(i),
    formatInteger(n),
    total === 0 ? MISSING : formatPercent(n / total, 2),
  ]),
})}`;
}

/** What the networks saw. */
export const dataSection: Section = {
  id: "data",
  title: "Data",
  closed: true,
  render({ study }) {
    return study.data.length === 0
      ? { absent: "The run holds no data card." }
      : html`${study.data.map(oneCard)}`;
  },
};
