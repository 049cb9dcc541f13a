import type { EpochRecord, GradientProbe, LayerGradients, ParamSpread } from "@actbench/core/internal";
import { table } from "../terminal/table.js";

/**
 * Gradients, updates, weights and activations per layer, the last measured update of each epoch; nothing of a
 * trial that measured none.
 */
export function gradientsText(curve: readonly EpochRecord[]): readonly string[] {
  const moments = curve.flatMap(({ gradients = [] }) => gradients.slice(-1));
  if (moments.length === 0) return [];
  const titles = ["update", "‖gradient‖/layer", "‖ΔW‖/‖W‖", "‖W‖", "effective rank"];
  const params = moments.some(({ layers }) => layers.some((layer) => layer.params !== undefined));
  return [
    "",
    table(
      [
        ...titles.map((title) => ({ title, align: "right" as const })),
        ...(params ? [{ title: "learned" }] : []),
      ],
      moments.map((moment) => [...cells(moment), ...(params ? [learned(moment)] : [])]),
    ),
  ];
}

function cells({ step, layers }: GradientProbe): readonly string[] {
  const each = (of: (layer: LayerGradients) => number | undefined, digits: number): string =>
    layers.map((layer) => of(layer)?.toPrecision(digits) ?? "–").join(" ");
  return [
    `${step}`,
    each((layer) => layer.gradient_norm, 3),
    each((layer) => layer.update_ratio, 2),
    each((layer) => layer.weight_norm, 3),
    layers
      .slice(0, -1)
      .map(({ effective_rank }) => effective_rank?.toFixed(1) ?? "–")
      .join(" "),
  ];
}

/** `alpha 0.25 (0.21…0.3)` per layer; one value where units share it. */
function learned({ layers }: GradientProbe): string {
  return layers
    .slice(0, -1)
    .map(({ params = {} }) =>
      Object.entries(params)
        .map(([name, spread]) => `${name} ${spreadText(spread)}`)
        .join(", "),
    )
    .filter((text) => text !== "")
    .join(" · ");
}

function spreadText({ mean, min, max }: ParamSpread): string {
  const [middle, low, high] = [mean, min, max].map((value) => value.toPrecision(3));
  return low === high ? `${middle}` : `${middle} (${low}…${high})`;
}
