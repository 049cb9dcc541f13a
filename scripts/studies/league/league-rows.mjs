import { catalogSource } from "../../../packages/core/dist/atlas.js";
import { catalog } from "../../../packages/core/dist/internal.js";
import { ranks } from "../../../packages/report/dist/stats/ranks.js";
import { grouped } from "../../../packages/report/dist/view/grouped.js";
import { meanOf } from "../estimate-text.mjs";

const RATE = "train.lr";

/**
 * The league: a row an activation, the best mean rank first. A row has `places`, by dataset: what its
 * finalist reached on fresh seeds, and how all of its trials went. An activation without a finalist, none of
 * whose rates trained to the end at every seed, shares the last ranks with its like.
 */
export function leagueRows({ study, records }, finalists, { compact, costs }) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const chance = new Map(study.data.map((card) => [card.name, commonest(card)]));
  const chosen = finalistsByPlace(finalists);
  const datasets = datasetsOf(study);
  const groups = new Map();
  for (const point of study.points) {
    const label = point.settings.activation;
    const own = groups.get(label) ?? { label, name: point.spec.model.activation[0].name, points: [] };
    own.points.push(point);
    groups.set(label, own);
  }
  const trials = grouped(study.plan, ({ point }) => point);
  const rows = [...groups.values()].map(({ label, name, points }) => ({
    label,
    name,
    family: catalog.find((one) => one.name === name)?.family ?? "",
    year: catalogSource(name)?.year,
    cost: costs?.steps[label],
    places: Object.fromEntries(
      datasets.map((dataset) => {
        const own = points
          .filter(({ spec }) => spec.dataset.name === dataset)
          .map((point) => ({ point, trials: trialsOf(trials.get(point.point), byId) }));
        const known = { chance: chance.get(dataset), rung: compact.rung, seeds: new Set(study.seeds) };
        return [dataset, placeOf(own, chosen.get(`${dataset} ${label}`), known)];
      }),
    ),
  }));
  for (const dataset of datasets) {
    const order = ranks(rows.map(({ places }) => -(places[dataset].score ?? Number.NEGATIVE_INFINITY)));
    rows.forEach(({ places }, i) => {
      places[dataset].rank = order[i];
    });
  }
  return rows
    .map((row) => ({ ...row, rank: meanOf(datasets.map((dataset) => row.places[dataset].rank)) }))
    .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}

/** The datasets of a study, in the order of its points. */
export function datasetsOf({ points }) {
  return [...new Set(points.map(({ spec }) => spec.dataset.name))];
}

/** The accuracy of always answering the majority class, as which a diverged trial counts. */
function commonest({ class_counts: counts }) {
  return Math.max(...counts) / counts.reduce((sum, count) => sum + count, 0);
}

function finalistsByPlace({ columns, rows }) {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  return new Map(objects.map((one) => [`${one.dataset} ${JSON.parse(one.settings).activation}`, one]));
}

function trialsOf(planned = [], byId) {
  return planned.flatMap(({ id, seed }) => {
    const record = byId.get(id);
    return record === undefined ? [] : [{ seed, record }];
  });
}

/** An activation on a dataset: its finalist, the spread over rates at the first rung, what diverged. */
function placeOf(points, finalist, { chance, rung, seeds }) {
  const trials = points.flatMap((one) => one.trials);
  const diverged = trials.filter(({ record }) => record.status === "diverged").length;
  const byRate = points.map((one) => {
    const own = one.trials.filter(({ seed }) => seeds.has(seed));
    const values = own.flatMap(({ record }) => accuracyAt(record, rung, chance) ?? []);
    return { rate: one.point.settings[RATE], value: meanOf(values) };
  });
  const known = byRate.flatMap(({ value }) => value ?? []);
  return {
    finalist,
    rate: finalist && JSON.parse(finalist.settings)[RATE],
    score: finalist && scoreOf(finalist, chance),
    byRate,
    spread: known.length < 2 ? undefined : Math.max(...known) - Math.min(...known),
    diverged,
    trials: trials.length,
  };
}

/** The validation accuracy at an epoch; of a trial that diverged chance, as in every verdict. */
function accuracyAt({ status, curve }, rung, chance) {
  const found = curve.find(({ epoch }) => epoch === rung)?.validation?.accuracy;
  return found ?? (status === "diverged" ? chance : undefined);
}

/** The mean that a finalist is ranked by: over all fresh seeds, a diverged one as chance. */
function scoreOf(finalist, chance) {
  const { completed, diverged } = finalist;
  const mean = finalist[finalist.metric];
  return completed === 0 ? chance : (completed * mean + diverged * chance) / (completed + diverged);
}
