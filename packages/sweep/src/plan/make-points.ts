import type { Axis, Json, StudyPoint } from "@actbench/core/internal";
import { canonicalJson } from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";
import { type Assignment, assignments, type LookUp } from "../expand/assignments.js";
import type { AxisDraft } from "../expand/axis-draft.js";
import { type Candidate, conditionValue, settingValue } from "../expand/candidate.js";
import { drawnAssignments } from "../expand/drawn-assignments.js";
import type { PointFilter } from "../expand/point-filter.js";
import type { DrawSource } from "../search/draw-source.js";
import { axisName, findSetting } from "../settings/find-setting.js";
import type { Setting } from "../settings/setting.js";
import { pointIdentity } from "./point-identity.js";
import { pointLabel } from "./point-label.js";
import type { SpecBuilder } from "./spec-builder.js";

/** Points in plan order, with the axes they lie on. */
export interface MadePoints {
  readonly axes: readonly Axis[];
  readonly points: readonly StudyPoint[];
  /** `ids[point][k]` is the id of the trial with the k-th seed. */
  readonly ids: readonly (readonly string[])[];
}

const MAX_DUPLICATES_LISTED = 5;
/** A small or heavily constrained space yields few new points; drawing stops after this many draws. */
const DRAWS_PER_POINT = 20;
const MORE_DRAWS = 1000;
/** Shared by all points of a study without conditions. */
const NONE_ABSENT: ReadonlySet<string> = new Set();

/**
 * Walks the grid or draws `runCap` points, then the points of `include`; numbers what is kept. A point that
 * is there already is dropped, in a grid with a warning that names both.
 */
export function makePoints(options: {
  readonly axes: readonly AxisDraft[];
  readonly include: readonly Assignment[];
  readonly runCap: number | undefined;
  /** Where points lie that are drawn; absent for a grid. */
  readonly draw?: DrawSource;
  readonly seeds: readonly number[];
  readonly builder: SpecBuilder;
  readonly filter: PointFilter;
  readonly problems: ProblemList;
}): MadePoints {
  const { axes, include, runCap, draw, seeds, builder, filter, problems } = options;
  const settings = axisSettings(axes, include);
  const identify = pointIdentity();
  const points: StudyPoint[] = [];
  const ids: (readonly string[])[] = [];
  const labels = new Map<string, string>();
  let doubles = 0;
  let isDrawing = draw !== undefined;

  const conditional = axes
    .filter(({ when }) => when)
    .flatMap((axis) => axis.settings.map(({ name }) => name));
  const candidateOf = (chosen: Assignment): Candidate => ({
    spec: builder.build(chosen),
    activation: builder.activationLabel(chosen),
    absent:
      conditional.length === 0
        ? NONE_ABSENT
        : new Set(conditional.filter((name) => !Object.hasOwn(chosen, name))),
  });
  const add = (candidate: Candidate): void => {
    const values = settings
      .filter(({ name }) => !candidate.absent.has(name))
      .map((setting) => ({ setting, value: settingValue(candidate, setting) }));
    const label = pointLabel(values) || candidate.activation;
    const own = identify(candidate.spec, seeds);
    const id = own[0] ?? "";
    const twin = labels.get(id);
    if (twin !== undefined) {
      if (isDrawing) return;
      doubles += 1;
      if (doubles <= MAX_DUPLICATES_LISTED)
        problems.warn(`the configuration ${label} is the same as ${twin} before it and is dropped`);
      return;
    }
    labels.set(id, label);
    builder.check(candidate.spec);
    const held = values.map(({ setting, value }) => [axisName(setting), value] as const);
    points.push({ point: points.length, label, settings: Object.fromEntries(held), spec: candidate.spec });
    ids.push(own);
  };

  const lookUp: LookUp = (name, sofar) => conditionValue(candidateOf(sofar), name);
  const most = runCap ?? 0;
  const chosenOnes = draw
    ? drawnAssignments(axes, draw, DRAWS_PER_POINT * most + MORE_DRAWS, lookUp)
    : assignments(axes, lookUp);
  for (const chosen of chosenOnes) {
    if (isDrawing && points.length === most) break;
    const candidate = candidateOf(chosen);
    if (filter.keeps(candidate)) add(candidate);
  }
  if (isDrawing && points.length < most && problems.problems.length === 0)
    problems.warn(`only ${points.length} different configurations were found for run_cap: ${most}`);
  isDrawing = false;
  filter.warnUnused();
  for (const chosen of include) add(candidateOf(chosen));
  if (doubles > MAX_DUPLICATES_LISTED)
    problems.warn(`${doubles} configurations in total are duplicates and are dropped`);
  if (draw === undefined && runCap !== undefined && points.length > runCap) {
    problems.warn(`run_cap keeps the first ${runCap} of ${points.length} configurations`);
    points.length = runCap;
  }
  return { axes: axesOf(settings, axes, points), points, ids };
}

function axisSettings(axes: readonly AxisDraft[], include: readonly Assignment[]): readonly Setting[] {
  const found = new Map(axes.flatMap((axis) => axis.settings).map((setting) => [setting.name, setting]));
  for (const name of include.flatMap((point) => Object.keys(point))) {
    const setting = findSetting(name);
    if (setting !== undefined && !found.has(name)) found.set(name, setting);
  }
  return [...found.values()];
}

/**
 * The values of each axis that points have, declared ones first and in their order; numbers that rise stay
 * so.
 */
function axesOf(
  settings: readonly Setting[],
  drafts: readonly AxisDraft[],
  points: readonly StudyPoint[],
): Axis[] {
  return settings.map((setting) => {
    const name = axisName(setting);
    const used = new Map<string, Json>();
    for (const point of points) {
      const value = point.settings[name];
      if (value !== undefined) used.set(canonicalJson(value), value);
    }
    const declared = drafts.flatMap(({ settings: own, rows }) => {
      const column = own.indexOf(setting);
      return column === -1 ? [] : rows.map((row) => row[column] ?? null);
    });
    const keys = new Set([...declared.map(canonicalJson).filter((key) => used.has(key)), ...used.keys()]);
    const values = [...keys].map((key) => used.get(key) ?? null);
    return { name, values: rises(declared) ? values.sort((a, b) => Number(a) - Number(b)) : values };
  });
}

/** Whether values are numbers in rising order, so that an included one belongs between them. */
function rises(values: readonly Json[]): boolean {
  return values.every((value, i) => typeof value === "number" && (i === 0 || value >= Number(values[i - 1])));
}
