import {
  canonicalJson,
  cardTaskData,
  type Dataset,
  type FitPlaces,
  type FittedNumbers,
  fitPlaces,
  fittedNumbers,
  isCode,
  type StudyPoint,
  stepsOf,
  stepsPerEpoch,
  taskOf,
  trialCost,
} from "@actbench/core/internal";
import { FIT_PAGE_LIMITS, type Run, rankPoints } from "@actbench/report";
import { prepareReplay } from "../replay/prepare-replay.js";
import { isPage } from "./find-run.js";
import { framesOf } from "./frames-of.js";

/** Whether a point predicts numbers by formulas, which need no plugin. */
function isFitted({ spec }: StudyPoint): boolean {
  return taskOf(spec.train).name === "regression" && !spec.model.activation.some(isCode);
}

/** The best points that may be trained again, as many as a page does not wait for too long. */
function requestsOf({ study, records, speed }: Run): readonly StudyPoint[] {
  const cards = new Map(study.data.map((card) => [card.name, cardTaskData(card)]));
  if (!study.points.some(isFitted)) return [];
  const chosen: StudyPoint[] = [];
  let [updates, products] = [0, 0];
  for (const { point } of rankPoints(study, records, speed)) {
    const card = cards.get(point.spec.dataset.name);
    if (card === undefined || !isFitted(point) || chosen.length >= FIT_PAGE_LIMITS.points) continue;
    const [steps, cost] = [stepsOf(point.spec), trialCost(point.spec, card)];
    if (updates + steps > FIT_PAGE_LIMITS.updates || products + cost > FIT_PAGE_LIMITS.products) continue;
    updates += steps;
    products += cost;
    chosen.push(point);
  }
  return chosen;
}

/**
 * A finished run's folder with what the networks of its best points predict, where they predict numbers:
 * those trials are trained again here at the first seed that completed, on data of `held` or where it is
 * found. What cannot be trained is reported, and the run stays unchanged.
 */
export async function withFits<R extends Run & { readonly path: string }>(
  run: R,
  note: (text: string) => void,
  held: readonly Dataset[] = [],
): Promise<R> {
  const { study, records, path } = run;
  const { config } = study;
  const found = [...held];
  if (isPage(path) || records.length < study.plan.length) return run;
  const completed = new Set(records.filter(({ status }) => status === "completed").map(({ id }) => id));
  const places = new Map<string, FitPlaces>();
  const splits = new Map<string, string>();
  const points: FittedNumbers[] = [];
  for (const point of requestsOf(run)) {
    const planned = study.plan.find((trial) => trial.point === point.point && completed.has(trial.id));
    if (planned === undefined) continue;
    try {
      const where = { path, config, held: found };
      const { spec, data } = await prepareReplay({ run: path, planned, point, places: where }, []);
      found.push(data);
      const rows = canonicalJson(spec.dataset);
      const own = splits.has(data.name) ? places.get(data.name) : fitPlaces(spec, data);
      // Points with other rows, such as a smaller training set, cannot be shown beside these.
      if (own === undefined || (splits.get(data.name) ?? rows) !== rows) continue;
      places.set(data.name, own);
      splits.set(data.name, rows);
      const last = Math.ceil(stepsOf(spec) / stepsPerEpoch(spec));
      const epochs = framesOf(last, FIT_PAGE_LIMITS.epochs);
      const fit = fittedNumbers(spec, data, own, { epochs });
      if (fit !== undefined) points.push({ point: point.point, seed: planned.seed, ...fit });
    } catch (error) {
      note(`no fitted numbers: ${error instanceof Error ? error.message : String(error)}`);
      return run;
    }
  }
  return points.length === 0 ? run : { ...run, fits: { places: [...places.values()], points } };
}
