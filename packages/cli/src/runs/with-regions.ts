import { type Dataset, decisionRegions, type StudyPoint, stepsOf } from "@actbench/core/internal";
import { REGION_LIMITS, type Run, rankPoints } from "@actbench/report";
import { bestAgain } from "./best-again.js";
import { framesOf } from "./frames-of.js";

// A cell is three pixels of its map, or six where a network is large.
const SIDES = { fine: 44, coarse: 22 } as const;
const LARGE_WEIGHTS = 1000;

/**
 * How a point's decision regions are computed: at which epochs, on how fine a grid, with how many
 * multiplications.
 */
interface RegionRequest {
  readonly point: StudyPoint;
  readonly epochs: readonly number[];
  readonly side: number;
  readonly products: number;
}

function requestOf(point: StudyPoint, outputs: number): RegionRequest {
  const { model, train } = point.spec;
  const widths = [2, ...model.hidden, outputs];
  const weights = widths.slice(1).reduce((sum, width, i) => sum + width * (widths[i] ?? 0), 0);
  const side = weights > LARGE_WEIGHTS ? SIDES.coarse : SIDES.fine;
  const epochs = framesOf(train.epochs, REGION_LIMITS.epochs);
  return { point, epochs, side, products: weights * side * side * epochs.length };
}

/** The best points that may be asked, as many as a page does not wait for too long. */
function requestsOf({ study, records, speed }: Run): readonly RegionRequest[] {
  const outputs = new Map(
    study.data.filter(({ inputs }) => inputs === 2).map(({ name, classes }) => [name, classes]),
  );
  const chosen: RegionRequest[] = [];
  if (outputs.size === 0) return chosen;
  let products = 0;
  for (const { point } of rankPoints(study, records, speed)) {
    const classes = outputs.get(point.spec.dataset.name);
    if (classes === undefined || stepsOf(point.spec) > REGION_LIMITS.updates) continue;
    const request = requestOf(point, classes);
    if (chosen.length >= REGION_LIMITS.points || products + request.products > REGION_LIMITS.products)
      continue;
    products += request.products;
    chosen.push(request);
  }
  return chosen;
}

/**
 * A finished run's folder of two-input data with the decision regions of its best points at the first seed:
 * those trials are trained again here, on data of `held` or where `findData` finds it. What cannot be trained
 * is reported, and the run stays unchanged.
 */
export async function withRegions<R extends Run & { readonly path: string }>(
  run: R,
  note: (text: string) => void,
  held: readonly Dataset[] = [],
): Promise<R> {
  const regions = await bestAgain(run, {
    what: "decision regions",
    requests: () => requestsOf(run),
    make: ({ spec, data }, { epochs, side }) => decisionRegions(spec, data, { epochs, side }),
    note,
    held,
  });
  return regions.length === 0 ? run : { ...run, regions };
}
