import type { GradientRun, UpdateRun } from "../kernels/clipped-update.js";
import { decayingBy, type UpdateRule } from "../kernels/update.js";
import type { LayerLayout, NetworkLayout } from "./layout.js";

/** What of a layer's parameters counts towards a gradient's norm: a parameter that units share counts once. */
export function gradientRuns(layer: LayerLayout): readonly GradientRun[] {
  const columns = layer.pieces * layer.paddedUnits * 4;
  const trained = (layer.formulas?.trained ?? []).map(({ per }, q) => ({
    at: layer.params + q * layer.paddedUnits * 4,
    bytes: per === "layer" ? 4 : layer.paddedUnits * 4,
  }));
  const affine = layer.norm ? [layer.norm.gamma, layer.norm.beta].map((at) => ({ at, bytes: columns })) : [];
  return [
    { at: layer.weights, bytes: layer.panels.bytes },
    { at: layer.bias, bytes: layer.panels.paddedColumns * 4 },
    ...trained,
    ...affine,
  ];
}

/** All parameters, in the order of memory: by the network's rule, but for trained parameters with a weight decay of their own. */
export function updateRuns(
  { parameters, parameterBytes, layers }: NetworkLayout,
  rule: UpdateRule,
): readonly UpdateRun[] {
  const apart = layers.flatMap((layer) =>
    (layer.formulas?.trained ?? []).map(({ weight_decay }, q) => ({
      at: layer.params + q * layer.paddedUnits * 4,
      bytes: layer.paddedUnits * 4,
      rule: decayingBy(rule, weight_decay),
    })),
  );
  let from = parameters;
  const runs: UpdateRun[] = [];
  for (const run of apart.filter((one) => one.rule !== rule)) {
    runs.push({ at: from, bytes: run.at - from, rule }, run);
    from = run.at + run.bytes;
  }
  return [...runs, { at: from, bytes: parameters + parameterBytes - from, rule }];
}
