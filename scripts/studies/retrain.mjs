import {
  ENGINE,
  fmaAvailable,
  isCode,
  runTrial,
  stepsOf,
  trialCost,
} from "../../packages/core/dist/internal.js";
import { loadDataset } from "../../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../../packages/workers/dist/index.js";
import { savedRun } from "./load.mjs";

/**
 * Trains the cheapest trial of a study again whose activations are formulas, one with updates where there are
 * any, and says whether its digest is the recorded one. Records of another engine fail: their page shows what
 * today's code does not compute. Where this machine lacks the arithmetic of the records there is nothing to
 * compare, and the study passes.
 */
export async function retrain(about, saved) {
  const { name } = about;
  const { head } = saved;
  if (head.engine !== ENGINE)
    return {
      passed: false,
      outcome: `its records are of engine ${head.engine}, this one is ${ENGINE}; run it again: pnpm studies -- ${name}${head.form === "quick" ? " --quick" : ""}`,
    };
  enableRelaxedSimd();
  if (head.numerics === "fma" && !fmaAvailable())
    return { passed: true, outcome: "not retrained, this machine has no fused multiply-add" };
  const { study, records } = await savedRun(about, saved);
  const facts = new Map(head.data.map((one) => [one.hash, one]));
  const digests = new Map(
    records.filter(({ status }) => status === "completed").map((one) => [one.id, one.digest]),
  );
  const [cheapest] = study.plan
    .filter(({ id }) => digests.has(id))
    .map((trial) => ({ trial, spec: study.points[trial.point].spec }))
    .filter(({ spec }) => !spec.model.activation.some(isCode))
    .map((one) => ({ ...one, cost: trialCost(one.spec, facts.get(one.spec.dataset.hash)) }))
    .sort((a, b) => Number(isUntrained(a)) - Number(isUntrained(b)) || a.cost - b.cost);
  if (cheapest === undefined) throw new Error(`${name}: no completed trial to train again`);
  const { trial, spec } = cheapest;
  const data = await dataOf(spec.dataset.name);
  const record = runTrial({ ...spec, seed: trial.seed }, data, { now: () => performance.now() / 1000 });
  const expected = digests.get(trial.id);
  const passed = record.status === "completed" && record.digest === expected;
  const end = passed ? "ends in its digest" : `gave ${record.digest ?? record.status}, recorded ${expected}`;
  return { passed, outcome: `${study.points[trial.point].label}, seed ${trial.seed} ${end}` };
}

const isUntrained = ({ spec }) => stepsOf(spec) === 0;

const loaded = new Map();

/** Data by name, read once for all studies. */
function dataOf(name) {
  if (!loaded.has(name)) loaded.set(name, loadDataset(name));
  return loaded.get(name);
}
