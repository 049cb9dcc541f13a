import type { StudyPoint, TrialRecord } from "@actbench/core/internal";
import type { Run } from "../src/view/run.js";
import { syntheticRun } from "./synthetic-study.js";

const whole = syntheticRun({ faults: "none", seeds: 7 });
/** Seeds that chose. */
export const OWN = [0, 1];

/** Half of the points on another dataset: what the made-up run has as initializations. */
function onTwoDatasets(point: StudyPoint): StudyPoint {
  const { "model.init": init, ...settings } = point.settings;
  const name = init === "he_normal" ? "fashion" : "mnist";
  const dataset = { ...point.spec.dataset, name };
  return { ...point, settings: { ...settings, dataset: name }, spec: { ...point.spec, dataset } };
}

/** The points that are best on their activation and dataset, by their own seeds. */
function bestPoints(points: readonly StudyPoint[]): readonly number[] {
  const byId = new Map(whole.records.map((record) => [record.id, record]));
  const score = ({ point }: StudyPoint): number =>
    whole.study.plan
      .filter((one) => one.point === point && OWN.includes(one.seed))
      .map(({ id }) => byId.get(id))
      .reduce(
        (sum, record) =>
          record?.status === "completed"
            ? sum + (record.curve.at(-1)?.validation?.accuracy ?? -Infinity)
            : -Infinity,
        0,
      );
  const best = new Map<string, StudyPoint>();
  for (const point of points) {
    const place = `${String(point.settings.activation)} ${String(point.settings.dataset)}`;
    const known = best.get(place);
    if (known === undefined || score(point) > score(known)) best.set(place, point);
  }
  return [...best.values()].map(({ point }) => point);
}

/** A run whose finalists ran on five fresh seeds; tanh is worse there on one dataset. */
export function confirmedRun(): Run {
  const points = whole.study.points.map(onTwoDatasets);
  const chosen = bestPoints(points);
  const plan = whole.study.plan.filter(({ seed, point }) => OWN.includes(seed) || chosen.includes(point));
  const confirm = { seeds: whole.study.seeds.filter((seed) => !OWN.includes(seed)), points: chosen };
  const lost = points.find(
    ({ point, settings }) =>
      chosen.includes(point) && settings.activation === "tanh" && settings.dataset === "fashion",
  );
  const byId = new Map(plan.map((one) => [one.id, one]));
  const records = whole.records.flatMap((record) => {
    const planned = byId.get(record.id);
    if (planned === undefined) return [];
    const worse = planned.point === lost?.point && !OWN.includes(planned.seed);
    return worse ? withTest(record, 0.5) : record;
  });
  return { study: { ...whole.study, points, seeds: OWN, plan, confirm }, records };
}

function withTest(record: TrialRecord, accuracy: number): TrialRecord {
  return { ...record, curve: record.curve.map((epoch) => ({ ...epoch, test: { accuracy } })) };
}
