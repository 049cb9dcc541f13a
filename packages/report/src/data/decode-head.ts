import {
  type DecisionRegions,
  jsonShape,
  machineShape,
  OTHER_SHAPES,
  type PointSpec,
  type RunHistory,
  SPEC_SHAPES,
  type SpeedLane,
  type StudyPoint,
  type StudyRecord,
  settingsShape,
  shape,
  speedShape,
  studyShape,
} from "@actbench/core/internal";
import type { Fits } from "../view/fits.js";
import { OLDEST_PAGE_DATA, PAGE_DATA_VERSION } from "./encode-head.js";
import type { Path } from "./field-of.js";
import { packedFitsShape, unpackFits } from "./packed-fits.js";
import type { RecordLayout } from "./packed-records.js";
import { packedRegionsShape, unpackRegions } from "./packed-regions.js";
import { ReportDataError } from "./report-data-error.js";

const { count, dictionary, integer, list, number, object, optional, text, tuple } = shape;
type Shape<T> = shape.Shape<T>;

const MAX_LIST_LENGTH = 1000;

/** A place of a number; lists that a page makes us build stay short. */
const path: Shape<Path> = (value) => {
  const keys = list((key) => (typeof key === "number" ? count(key) : text(key)))(value);
  for (const key of keys)
    if (key === "__proto__" || (typeof key === "number" && key >= MAX_LIST_LENGTH))
      throw new ReportDataError(`${JSON.stringify(key)} is no place of a number`);
  if (keys.length === 0) throw new ReportDataError("an empty place");
  return keys;
};

const layoutShape: Shape<RecordLayout> = object({
  seeds: list(number),
  statuses: list(text),
  outcome: list(path),
  epoch: list(path),
  usual: list(text),
  unrun: text,
  rowless: optional(object({ places: text, records: text })),
  texts: dictionary(dictionary(jsonShape)),
});

const headShape = object({
  study: studyShape,
  parts: object({
    dataset: list(SPEC_SHAPES.dataset),
    model: list(SPEC_SHAPES.model),
    train: list(SPEC_SHAPES.train),
    measure: list(SPEC_SHAPES.measure),
  }),
  points: list(
    tuple(
      count,
      text,
      settingsShape,
      tuple(OTHER_SHAPES.engine, OTHER_SHAPES.numerics, integer, count, count, count, count),
    ),
  ),
  layout: layoutShape,
  unplanned: count,
  history: optional(
    object({
      looks: list(object({ at: text, command: text, n: count, declared: optional(count) })),
      claims: list(object({ id: text, revision: count })),
      revisions: list(tuple(count, count)),
      places: optional(
        object({ machines: list(machineShape), ran_on: list(tuple(count, count)), rechecked: count }),
      ),
    }),
  ),
  speed: optional(speedShape),
  regions: optional(list(packedRegionsShape)),
  fits: optional(packedFitsShape),
});

/** All of a run but its trials. */
export interface DecodedHead {
  readonly study: Omit<StudyRecord, "plan">;
  readonly layout: RecordLayout;
  readonly unplanned: number;
  readonly history?: RunHistory;
  readonly speed?: SpeedLane;
  readonly regions?: readonly DecisionRegions[];
  readonly fits?: Fits;
}

function part<T>(parts: readonly T[], index: number, kind: string): T {
  const found = parts[index];
  if (found === undefined) throw new ReportDataError(`there is no ${kind} number ${index}`, "points");
  return found;
}

/** The head in a page's parsed data. Everything is checked: a page may come from anyone. */
export function decodeHead(value: unknown): DecodedHead {
  const { actbench } = object({ actbench: count })(value);
  if (actbench < OLDEST_PAGE_DATA || actbench > PAGE_DATA_VERSION)
    throw new ReportDataError(
      `the page was made by another version (data version ${actbench}, this one reads ${OLDEST_PAGE_DATA} and ${PAGE_DATA_VERSION}); write it again with \`actbench report\``,
    );
  const { study, parts, points, layout, unplanned, history, speed, regions, fits } = headShape(value);
  const decoded = points.map(
    ([point, label, settings, [engine, numerics, study_seed, d, m, t, e]]): StudyPoint => {
      const spec: PointSpec = {
        engine,
        numerics,
        study_seed,
        dataset: part(parts.dataset, d, "dataset"),
        model: part(parts.model, m, "model"),
        train: part(parts.train, t, "train"),
        measure: part(parts.measure, e, "measure"),
      };
      return { point, label, settings, spec };
    },
  );
  return {
    study: { ...study, points: decoded },
    layout,
    unplanned,
    ...(history && { history }),
    ...(speed && { speed }),
    ...(regions && { regions: regions.map(unpackRegions) }),
    ...(fits && { fits: unpackFits(fits) }),
  };
}
