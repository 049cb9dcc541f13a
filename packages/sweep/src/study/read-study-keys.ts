import type { z } from "zod";
import { check } from "../config/check.js";
import type { ProblemList } from "../config/problem-list.js";
import { IGNORED_KEYS, LIST_ITEMS, STUDY_SCHEMA } from "../settings/sweep-schema.js";

type StudySchema = typeof STUDY_SCHEMA;

/** Keys whose entries are read one by one, so that one wrong entry hides no other. */
const READ_APART = ["activations", "claims"] as const;
type Apart = (typeof READ_APART)[number];

type Lists = typeof LIST_ITEMS;

/** The study's keys that are there and could be read. */
export type StudyKeys = {
  readonly [K in Exclude<keyof StudySchema, Apart | keyof Lists>]?: z.infer<StudySchema[K]> | undefined;
} & { readonly [K in keyof Lists]?: readonly (z.infer<Lists[K]> | undefined)[] | undefined } & {
  readonly [K in Apart]?: unknown;
};

/** Reads every key of a sweep file but the settings of points; unknown keys are left out. */
export function readStudyKeys(data: Readonly<Record<string, unknown>>, problems: ProblemList): StudyKeys {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (IGNORED_KEYS.some((ignored) => ignored === key))
      problems.warn(`${key} is ignored: actbench does not use it`);
    else if (key === "method" && value === "bayes") {
      problems.add(
        [key],
        "bayes is not supported: no method here fits a model to results",
        "write method: sobol with run_cap: 32, which covers the space evenly",
      );
      // Its axes are those of a random search: they are no mistakes of a grid.
      read[key] = "random";
      read.run_cap ??= 1;
    } else if (READ_APART.some((apart) => apart === key)) read[key] = value;
    else if (Object.hasOwn(LIST_ITEMS, key) && Array.isArray(value))
      read[key] = readItems(LIST_ITEMS[key as keyof Lists], value, key, problems);
    else if (Object.hasOwn(STUDY_SCHEMA, key))
      read[key] = check(STUDY_SCHEMA[key as keyof StudySchema] as z.ZodType<unknown>, value, [key], problems);
  }
  return read as StudyKeys;
}

/**
 * Items that could be read in their places; undefined in those of the others, which hide nothing of the rest.
 */
function readItems(
  item: z.ZodType<unknown>,
  values: readonly unknown[],
  key: string,
  problems: ProblemList,
): readonly unknown[] {
  return values.map((value, i) => check(item, value, [key, i], problems));
}
