import {
  canonicalJson,
  cardTaskData,
  type Dataset,
  type FitPlaces,
  fitPlaces,
  fittedNumbers,
  isCode,
  type StudyPoint,
  splitKey,
  stepsOf,
  stepsPerEpoch,
  taskOf,
  trialCost,
} from "@actbench/core/internal";
import { FIT_PAGE_LIMITS, type Run, rankPoints } from "@actbench/report";
import { bestAgain } from "./best-again.js";
import { framesOf } from "./frames-of.js";

/** Whether a point predicts numbers by formulas, which need no plugin. */
function isFitted({ spec }: StudyPoint): boolean {
  return taskOf(spec.train).name === "regression" && !spec.model.activation.some(isCode);
}

/** The best points that may be trained again, as many as a page does not wait for too long. */
function requestsOf({ study, records, speed }: Run): readonly { readonly point: StudyPoint }[] {
  const cards = new Map(study.data.map((card) => [card.name, cardTaskData(card)]));
  if (!study.points.some(isFitted)) return [];
  const chosen: { readonly point: StudyPoint }[] = [];
  let [updates, products] = [0, 0];
  for (const { point } of rankPoints(study, records, speed)) {
    const card = cards.get(point.spec.dataset.name);
    if (card === undefined || !isFitted(point) || chosen.length >= FIT_PAGE_LIMITS.points) continue;
    const [steps, cost] = [stepsOf(point.spec), trialCost(point.spec, card)];
    if (updates + steps > FIT_PAGE_LIMITS.updates || products + cost > FIT_PAGE_LIMITS.products) continue;
    updates += steps;
    products += cost;
    chosen.push({ point });
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
  const grounds = new Map<string, { readonly rows: string; readonly places: FitPlaces }>();
  const points = await bestAgain(run, {
    what: "fitted numbers",
    requests: () => requestsOf(run),
    make: ({ spec, data }) => {
      const rows = canonicalJson([spec.dataset, splitKey(spec)]);
      const known = grounds.get(data.name);
      const places = known?.places ?? fitPlaces(spec, data);
      // Points with other rows, such as a smaller training set or those of another seed that draws its own,
      // cannot be shown beside these.
      if (places === undefined || (known !== undefined && known.rows !== rows)) return undefined;
      grounds.set(data.name, { rows, places });
      const epochs = framesOf(Math.ceil(stepsOf(spec) / stepsPerEpoch(spec)), FIT_PAGE_LIMITS.epochs);
      return fittedNumbers(spec, data, places, { epochs });
    },
    note,
    held,
  });
  if (points.length === 0) return run;
  return { ...run, fits: { places: [...grounds.values()].map(({ places }) => places), points } };
}
