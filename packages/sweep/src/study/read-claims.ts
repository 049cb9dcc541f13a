import type { Axis, Claim, Json } from "@actbench/core";
import { check } from "../config/check.js";
import { nearestHint } from "../config/nearest.js";
import { quote } from "../config/quote.js";
import { settingAt } from "../expand/read-axes.js";
import type { ReadContext } from "../expand/read-value.js";
import { axisName } from "../settings/find-setting.js";
import { METRICS, metricName } from "../settings/metrics.js";
import { claimSchema } from "../settings/sweep-schema.js";

/** The claims of a study, with settings and metrics under their full names. */
export function readClaims(raw: unknown, axes: readonly Axis[], context: ReadContext): readonly Claim[] {
  const { problems } = context;
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
    if (ids.has(claim.id)) problems.add([...path, "id"], `the claim ${claim.id} is there twice`);
    ids.add(claim.id);
    if ((claim.compare === undefined) === (claim.where === undefined))
      problems.add(path, "a claim has either compare or where", "compare: { activation: [gelu, relu] }");
    const metric = metricName(claim.metric);
    if (!Object.hasOwn(METRICS, metric))
      problems.add(
        [...path, "metric"],
        `there is no metric ${JSON.stringify(claim.metric)}`,
        nearestHint(metric, Object.keys(METRICS)),
      );
    const named = <T>(values: Readonly<Record<string, T>>, under: string): Record<string, T> =>
      Object.fromEntries(
        Object.entries(values).flatMap(([key, value]) => {
          const setting = settingAt(key, [...path, under, key], context);
          if (setting === undefined) return [];
          const name = axisName(setting);
          if (!axes.some((axis) => axis.name === name))
            problems.warn(`the claim ${claim.id} is about ${name}, which is no axis of this study`);
          return [[name, value]];
        }),
      );
    return [
      {
        id: claim.id,
        metric,
        at: claim.at ?? "equal",
        expect: claim.expect,
        ...(claim.margin === undefined ? {} : { margin: claim.margin }),
        ...(claim.compare && { compare: named(claim.compare, "compare") as Record<string, [Json, Json]> }),
        ...(claim.where && { where: named(claim.where, "where") as Record<string, Json> }),
      },
    ];
  });
}
