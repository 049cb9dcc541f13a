import type { EpochRecord } from "@actbench/core/internal";
import type { Path } from "./field-of.js";
import { thinCurve } from "./thin-curve.js";

/**
 * The epochs of a curve that a page keeps, limited in number, with the gradients of the latest measured
 * update. `isLeftInFolder` says what of an epoch it keeps.
 */
export function pageCurve(curve: readonly EpochRecord[], epochs: number): readonly EpochRecord[] {
  const thin = thinCurve(curve, epochs);
  const measured = curve.flatMap(({ gradients }) => gradients ?? []);
  if (measured.length === 0) return thin;
  return thin.map(({ gradients: _, ...kept }) => {
    const last = measured.findLast(({ step }) => step <= kept.step);
    return last === undefined ? kept : { ...kept, gradients: [last] };
  });
}

const OF_EPOCHS: ReadonlySet<unknown> = new Set(["digest", "unit_details", "probes"]);
const KEPT_OF_UNITS: ReadonlySet<unknown> = new Set([
  "units",
  "dead",
  "inactive",
  "saturated",
  "zero_fraction",
  "dormant",
  "born_dead",
  "born_late",
  "died",
  "revived",
  "longest_dead",
]);

/**
 * Whether a place of an epoch stays in the run's folder: moments, single units, probes between epochs,
 * digests, and what gradients say of trained parameters, which are on the page as the epoch's own.
 */
export function isLeftInFolder([part, , field, , ofLayer]: Path): boolean {
  if (part === "units") return field !== undefined && !KEPT_OF_UNITS.has(field);
  if (part === "gradients") return ofLayer === "params";
  return OF_EPOCHS.has(part);
}
