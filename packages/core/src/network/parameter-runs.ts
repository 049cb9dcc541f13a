import type { GradientRun, UpdateRun } from "../kernels/clipped-update.js";
import { decayingBy, type UpdateRule } from "../kernels/update.js";
import type { LayerLayout, NetworkLayout } from "./layout.js";

/**
 * What of a layer's parameters counts towards a gradient's norm: a parameter that units share counts once.
 */
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

/** The rules of a network's parameters. */
export interface ParameterRules {
  readonly weights: UpdateRule;
  /** Of biases, gains and trained parameters without a separate weight decay. */
  readonly beside: UpdateRule;
}

/** All parameters, in the order of memory, each by its rule; what follows the rule of weights in one run. */
export function updateRuns(
  { parameters, parameterBytes, layers }: NetworkLayout,
  { weights: rule, beside }: ParameterRules,
): readonly UpdateRun[] {
  const apart = layers.flatMap((layer): readonly UpdateRun[] => {
    const columns = layer.pieces * layer.paddedUnits * 4;
    const trained = (layer.formulas?.trained ?? []).map(({ weight_decay }, q) => ({
      at: layer.params + q * layer.paddedUnits * 4,
      bytes: layer.paddedUnits * 4,
      rule: decayingBy(beside, weight_decay),
    }));
    const affine = layer.norm ? [layer.norm.gamma, layer.norm.beta] : [];
    return [
      { at: layer.bias, bytes: layer.panels.paddedColumns * 4, rule: beside },
      ...trained,
      ...affine.map((at) => ({ at, bytes: columns, rule: beside })),
    ];
  });
  let from = parameters;
  const runs: UpdateRun[] = [];
  for (const run of apart.filter((one) => one.rule !== rule)) {
    runs.push({ at: from, bytes: run.at - from, rule }, run);
    from = run.at + run.bytes;
  }
  return [...runs, { at: from, bytes: parameters + parameterBytes - from, rule }];
}
