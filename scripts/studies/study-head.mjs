import { readFileSync } from "node:fs";
import { factsOf } from "../../packages/datasets/dist/index.js";
import { configDigest } from "./config-digest.mjs";

const version = () =>
  JSON.parse(readFileSync(new URL("../../packages/cli/package.json", import.meta.url), "utf8")).version;

/** The line on a run that its records begin with: form, overrides, data, machine, points, finalists. */
export function studyHead({ about, form, overrides }, { sweep, datasets }, record) {
  const { cpu, node } = record.machine;
  return {
    study: about.name,
    form,
    overrides,
    config: configDigest(about.text, overrides),
    version: version(),
    engine: sweep.points[0].spec.engine,
    numerics: sweep.points[0].spec.numerics,
    machine: { cpu, node },
    data: datasets.map(factsOf),
    cards: record.data.map(({ samples: _, ...card }) => card),
    points: sweep.points.map(({ label }) => label),
    ...(record.confirm === undefined ? {} : { confirm: record.confirm }),
  };
}

/** Records with the point and the seed of their trials; finalists stand in the run's plan alone. */
export function placedRecords({ plan }, records) {
  const planned = new Map(plan.map((trial) => [trial.id, trial]));
  return records.map(({ id, ...rest }) => {
    const { point, seed } = planned.get(id);
    return { point, seed, ...rest };
  });
}
