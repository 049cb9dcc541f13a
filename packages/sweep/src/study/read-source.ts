import type { DatasetFacts, Json, MeasureSpec } from "@actbench/core/internal";
import { ActivationChoices } from "../activation/activation-choices.js";
import { readActivations } from "../activation/read-activations.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";
import type { Assignment } from "../expand/assignments.js";
import type { AxisDraft } from "../expand/axis-draft.js";
import { conditionReader, type ReadCondition } from "../expand/condition-reader.js";
import type { Constraint, PointMatch } from "../expand/point-filter.js";
import { readAxes } from "../expand/read-axes.js";
import { readExcludes, readIncludes } from "../expand/read-points.js";
import type { ReadContext } from "../expand/read-value.js";
import type { DrawnMethod } from "../search/draw-source.js";
import type { SpecSection } from "../settings/setting.js";
import { readFixed } from "./read-fixed.js";
import { readMeasure } from "./read-measure.js";
import { readSeeds } from "./read-seeds.js";
import { readStudyKeys, type StudyKeys } from "./read-study-keys.js";
import type { StudySource } from "./study-source.js";
import { noteUnknownKeys } from "./unknown-keys.js";

/** A sweep file, read but not yet expanded. */
export interface ReadSource {
  readonly keys: StudyKeys;
  readonly context: ReadContext;
  /** How points are drawn; undefined where they are those of a grid. */
  readonly drawn: DrawnMethod | undefined;
  readonly axes: readonly AxisDraft[];
  readonly include: readonly Assignment[];
  readonly excludes: readonly PointMatch[];
  readonly constraints: readonly Constraint[];
  /**
   * Settings with one value for all points, by full name; also what an axis falls back to where it does not
   * exist.
   */
  readonly fixed: ReadonlyMap<string, Json>;
  /** Where settings stand, by full name; an axis before a section. */
  readonly paths: ReadonlyMap<string, Path>;
  /** Full names of the settings that `parameters` and `zip` decide. */
  readonly swept: ReadonlySet<string>;
  readonly seeds: readonly number[];
  readonly measure: MeasureSpec;
  readonly studySeed: number;
  /** Each seed draws its own validation and test rows. */
  readonly splitBySeed: boolean;
}

/** The activation of a study that names none. */
const DEFAULT_ACTIVATION = "relu";

/** Reads every key of a sweep file and notes every problem. */
export function readSource({ data, catalogs, problems, isPartial, isDecimal }: StudySource): ReadSource {
  const keys = readStudyKeys(data, problems);
  const known = readActivations(keys.activations, { catalog: catalogs.activations, isPartial }, problems);
  const drawn = drawnMethod(keys);
  const context: ReadContext = {
    problems,
    drawn: drawn !== undefined,
    activations: new ActivationChoices(known, problems),
    datasetNames: [
      ...new Set([...catalogs.datasets.map(({ name }) => name), ...(catalogs.datasetNames ?? [])]),
    ],
    isDecimal,
    broken: new Set<SpecSection>(),
  };
  noteUnknownKeys(data, context);
  const conditions = conditionReader(known.byName, problems);
  const section = readFixed(data, context);
  const parameters = readAxes(asMapping(data.parameters, problems), keys.zip ?? [], conditions, context);
  const fixed = new Map([...section.values, ...parameters.fixed]);
  if (!fixed.has("model.activation")) {
    const [label] = context.activations.read(DEFAULT_ACTIVATION, ["model", "activation"]);
    fixed.set("model.activation", label ?? DEFAULT_ACTIVATION);
  }
  return {
    keys,
    context,
    drawn,
    axes: parameters.axes,
    include: readIncludes(keys.include ?? [], context),
    excludes: readExcludes(keys.exclude ?? [], context),
    constraints: readConstraints(keys.constraints ?? [], conditions),
    fixed,
    paths: new Map([...section.paths, ...parameters.paths]),
    swept: new Set(parameters.paths.keys()),
    seeds: readSeeds(keys, problems),
    measure: readMeasure(keys, usedData(parameters.axes, fixed, catalogs.datasets), problems),
    studySeed: keys.study_seed ?? 0,
    splitBySeed: isSplitBySeed(keys),
  };
}

function isSplitBySeed({ seeds }: StudyKeys): boolean {
  return typeof seeds === "object" && "split" in seeds && seeds.split === true;
}

/** The datasets that points have, of those that are loaded. */
function usedData(
  axes: readonly AxisDraft[],
  fixed: ReadonlyMap<string, Json>,
  datasets: readonly DatasetFacts[],
): readonly (DatasetFacts | undefined)[] {
  const swept = axes.flatMap(({ settings, rows }) => {
    const column = settings.findIndex(({ name }) => name === "dataset.name");
    return column < 0 ? [] : rows.map((row) => row[column]);
  });
  const names = swept.length > 0 ? swept : [fixed.get("dataset.name")];
  return names.map((name) => datasets.find((facts) => facts.name === name));
}

/** Halving takes the points of a grid, or draws `run_cap` points. */
function drawnMethod({ method, run_cap }: StudyKeys): DrawnMethod | undefined {
  if (method === "random" || method === "sobol") return method;
  return method === "halving" && run_cap !== undefined ? "sobol" : undefined;
}

function readConstraints(texts: readonly (string | undefined)[], read: ReadCondition): readonly Constraint[] {
  return texts.flatMap((text, i) => {
    const path = ["constraints", i];
    const condition = text === undefined ? undefined : read(text, path);
    return condition === undefined ? [] : [{ condition, path }];
  });
}

function asMapping(value: unknown, problems: ProblemList): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  problems.add(["parameters"], `expected a mapping of settings to values, received ${quote(value)}`);
  return {};
}
