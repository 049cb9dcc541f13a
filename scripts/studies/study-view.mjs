import { shortLabel } from "./short-label.mjs";

const RATE = "train.lr";

/**
 * What the tables of a study's page are made from. A point has its short label and the records of its seeds;
 * a group is all points that differ in nothing but the learning rate, `best` the first of them in the
 * ranking, its label without the rate.
 */
export function studyView(study, records, ranked) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const order = new Map(ranked.map(({ point }, i) => [point.point, i]));
  const points = study.points.map(({ point, label, settings, spec }) => ({
    point,
    label: shortLabel(label),
    settings,
    spec,
    line: ranked[order.get(point)],
    trials: study.plan.flatMap(({ id, seed, point: own }) => {
      const record = own === point ? byId.get(id) : undefined;
      return record === undefined ? [] : [{ seed, record }];
    }),
  }));
  const groups = new Map();
  for (const point of points) {
    const { [RATE]: rate, ...others } = point.settings;
    const key = JSON.stringify(others);
    const group = groups.get(key) ?? { label: withoutRate(point.label, rate), others, points: [] };
    group.points.push({ ...point, rate });
    groups.set(key, group);
  }
  const rank = ({ point }) => order.get(point);
  return {
    study,
    points,
    confidence: study.stats.confidence,
    rates: study.axes.find(({ name }) => name === RATE)?.values ?? [],
    groups: [...groups.values()]
      .map((group) => ({ ...group, best: group.points.toSorted((a, b) => rank(a) - rank(b))[0] }))
      .sort((a, b) => rank(a.best) - rank(b.best)),
  };
}

function withoutRate(label, rate) {
  return label
    .split(" · ")
    .filter((part) => part !== `lr ${rate}`)
    .join(" · ");
}
