import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import type { ConfigDifference } from "./config-difference.js";
import { compareConfigs } from "./config-difference.js";

/** A point of A and the point of B that has its settings. */
export interface Match {
  readonly a: PointView;
  readonly b: PointView;
}

/** Which points of two runs belong together. */
export interface Matching {
  readonly differences: readonly ConfigDifference[];
  readonly matches: readonly Match[];
  /** Labels of points that only one run holds. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** Matches points whose settings are equal but for those in which each run has one value. */
export function matchPoints(a: RunView, b: RunView): Matching {
  const { differences, keysA, keysB } = compareConfigs(a.study, b.study);
  const right = new Map(keysB.map((key, i) => [key, i]));
  const matches: Match[] = [];
  const onlyA: string[] = [];
  keysA.forEach((key, i) => {
    const [left, other] = [a.points[i], b.points[right.get(key) ?? -1]];
    if (left !== undefined && other !== undefined) matches.push({ a: left, b: other });
    else if (left !== undefined) onlyA.push(left.configuration.label);
  });
  const left = new Set(keysA);
  const onlyB = keysB.flatMap((key, i) => (left.has(key) ? [] : (b.points[i]?.configuration.label ?? [])));
  return { differences, matches, onlyA, onlyB };
}
