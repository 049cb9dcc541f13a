import { type DecisionRegions, decisionRegions, stepsOf } from "@actbench/core";
import { type Run, rankPoints } from "@actbench/report";
import { prepareReplay } from "../replay/prepare-replay.js";
import { isPage } from "./find-run.js";

const MOST_POINTS = 4;
const MOST_FRAMES = 4;
const SIDE = 32;
// More would make the page of a run wait.
const MOST_UPDATES = 5000;

/** Epochs evenly spread, the first and the last among them. */
function framesOf(epochs: number): readonly number[] {
  const frames = Math.min(MOST_FRAMES, epochs + 1);
  return [
    ...new Set(Array.from({ length: frames }, (_, i) => Math.round((epochs * i) / Math.max(1, frames - 1)))),
  ];
}

/**
 * A finished run's folder of two-input data with the decision regions of its best points at the first seed: those trials are
 * trained again here. What cannot be is told, and the run stays as it is.
 */
export async function withRegions<R extends Run & { readonly path: string }>(
  run: R,
  note: (text: string) => void,
): Promise<R> {
  const { study, records, path } = run;
  if (isPage(path) || records.length < study.plan.length) return run;
  const flat = new Set(study.data.filter(({ inputs }) => inputs === 2).map(({ name }) => name));
  const best = rankPoints(study, records)
    .filter(({ point: { spec } }) => flat.has(spec.dataset.name) && stepsOf(spec) <= MOST_UPDATES)
    .slice(0, MOST_POINTS);
  const completed = new Set(records.filter(({ status }) => status === "completed").map(({ id }) => id));
  const regions: DecisionRegions[] = [];
  for (const { point } of best) {
    const planned = study.plan.find((trial) => trial.point === point.point && completed.has(trial.id));
    if (planned === undefined) continue;
    try {
      const { spec, data } = await prepareReplay({ run: path, planned, point }, []);
      const found = decisionRegions(spec, data, { epochs: framesOf(spec.train.epochs), side: SIDE });
      if (found !== undefined) regions.push({ point: point.point, seed: planned.seed, ...found });
    } catch (error) {
      note(`no decision regions: ${error instanceof Error ? error.message : String(error)}`);
      return run;
    }
  }
  return regions.length === 0 ? run : { ...run, regions };
}
