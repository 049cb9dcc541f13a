import { type Claim, isMetricColumn, type Json } from "@actbench/core/internal";
import { check } from "../config/check.js";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";
import { isShare, METRIC_NAMES, metricHint, metricName } from "../settings/metrics.js";
import { claimSchema } from "../settings/sweep-schema.js";
import { checkAsked } from "./check-asked.js";
import { type ClaimPlace, readClaimSides } from "./read-claim-sides.js";

/** The claims of a study, with settings and metrics under their full names. */
export function readClaims(raw: unknown, place: ClaimPlace): readonly Claim[] {
  const { problems } = place.context;
  const ids = new Set<string>();
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    problems.add(["claims"], `expected a list of claims, received ${quote(raw)}`);
    return [];
  }
  return raw.flatMap((entry: unknown, i): Claim[] => {
    const path = ["claims", i];
    const claim = check(claimSchema, entry, path, problems);
    if (claim === undefined) return [];
    if (ids.has(claim.id)) problems.add([...path, "id"], `the claim ${claim.id} occurs twice`);
    ids.add(claim.id);
    if ((claim.compare === undefined) === (claim.where === undefined))
      problems.add(path, "a claim has either compare or where", "compare: { activation: [gelu, relu] }");
    const metric = metricName(claim.metric);
    if (!isMetricColumn(metric))
      problems.add(
        [...path, "metric"],
        `there is no metric ${JSON.stringify(claim.metric)}`,
        metricHint(claim.metric) ?? nearestHint(metric, METRIC_NAMES),
      );
    else {
      checkAsked(metric, [...path, "metric"], { points: place.points, problems });
      checkMarginUnit(entry, metric, [...path, "margin"], problems);
    }
    if (claim.where !== undefined && !/[<>]/.test(claim.expect))
      problems.add([...path, "expect"], "a claim with where needs a bound", "for example '< 0.01'");
    const compare = readClaimSides(claim.compare ?? {}, [...path, "compare"], place);
    const where = readClaimSides(
      mapped(claim.where ?? {}, (value) => [value]),
      [...path, "where"],
      place,
    );
    return [
      {
        id: claim.id,
        metric,
        at: claim.at ?? "equal",
        expect: claim.expect,
        ...(claim.margin === undefined ? {} : { margin: claim.margin }),
        ...(claim.compare && { compare: compare as Record<string, readonly [Json, Json]> }),
        ...(claim.where && { where: mapped(where, ([value = null]) => value) }),
      },
    ];
  });
}

function checkMarginUnit(entry: unknown, metric: string, path: Path, problems: ProblemList): void {
  if (!isInPoints(entry) || isShare(metric)) return;
  problems.add(
    path,
    `${metric} is not a fraction: it cannot be given in percentage points`,
    "write the margin as a number in the unit of the metric",
  );
}

/** Whether a claim's margin is written in percentage points. */
function isInPoints(entry: unknown): boolean {
  return typeof entry === "object" && entry !== null && "margin" in entry && typeof entry.margin === "string";
}

function mapped<A, B>(values: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
