import { fmaAvailable, runTrial, trialCost } from "../../packages/core/dist/index.js";
import { loadDataset } from "../../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../../packages/workers/dist/index.js";
import { studyOf } from "./load.mjs";

/** Trains the cheapest trial of a study again; whether its digest is the recorded one. */
export async function retrain(about, saved) {
  const { name } = about;
  enableRelaxedSimd();
  if (saved.head.numerics === "fma" && !fmaAvailable()) {
    console.log(`${name}: not retrained, this machine has no fused multiply-add`);
    return true;
  }
  const study = studyOf(about, saved);
  const facts = new Map(saved.head.data.map((one) => [one.hash, one]));
  const completed = new Map(
    saved.records.filter(({ status }) => status === "completed").map((one) => [one.id, one]),
  );
  const [cheapest] = study.plan
    .filter(({ id }) => completed.has(id))
    .map((trial) => ({ trial, spec: study.points[trial.point].spec }))
    .map((one) => ({ ...one, cost: trialCost(one.spec, facts.get(one.spec.dataset.hash)) }))
    .sort((a, b) => a.cost - b.cost);
  if (cheapest === undefined) throw new Error(`${name}: no completed trial to train again`);
  const { trial, spec } = cheapest;
  const data = await loadDataset(spec.dataset.name);
  const record = runTrial({ ...spec, seed: trial.seed }, data, { now: () => performance.now() / 1000 });
  const expected = completed.get(trial.id).digest;
  const same = record.status === "completed" && record.digest === expected;
  console.log(
    `${name}: trial ${trial.id.slice(0, 8)} ${same ? "ends in its digest" : `gave ${record.digest ?? record.status}, recorded ${expected}`}`,
  );
  return same;
}
