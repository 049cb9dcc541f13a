import {
  type ModelSpec,
  type PointSpec,
  speedGroupId,
  speedId,
  type TrainSpec,
} from "@actbench/core/internal";
import type { Sweep } from "@actbench/sweep";
import type { SpeedCandidate, SpeedCandidates } from "@actbench/workers";

/** The networks of a sweep, each once, in groups that differ in nothing but the activation. */
export function speedGroups({
  points,
  seeds,
  baseline,
}: Pick<Sweep, "points" | "seeds" | "baseline">): readonly SpeedCandidates[] {
  const groups = new Map<string, Map<string, SpeedCandidate>>();
  for (const { spec } of points) {
    const group = groups.get(speedGroupId(spec)) ?? new Map<string, SpeedCandidate>();
    groups.set(speedGroupId(spec), group);
    const id = speedId(spec);
    if (group.has(id)) continue;
    group.set(id, { id, activation: labelOf(spec), spec: { ...spec, seed: seeds[0] ?? 0 } });
  }
  return [...groups.values()].flatMap((group) => {
    const candidates = [...group.values()];
    const [first] = candidates;
    if (first === undefined) return [];
    const named = candidates.find(({ activation }) => activation === baseline?.activation);
    return { network: networkText(first.spec), baseline: (named ?? first).activation, candidates };
  });
}

/** The activation's label; where layers differ, that of each. */
function labelOf({ model }: PointSpec): string {
  const labels = model.activation.map(({ label }) => label);
  return new Set(labels).size > 1 ? labels.join(" / ") : (labels[0] ?? "no hidden layer");
}

/** `mnist · 128-64 · batch 64 · sgd`, and what else costs time. */
function networkText({ dataset, model, train }: PointSpec): string {
  return [
    dataset.name,
    model.hidden.join("-"),
    `batch ${train.batch_size}`,
    train.optimizer,
    ...extras(model, train),
  ].join(" · ");
}

function extras(model: ModelSpec, train: TrainSpec): readonly string[] {
  const rates = ["dropout", "input_dropout", "alpha_dropout"] as const;
  return [
    ...(model.normalization === "none" ? [] : [`${model.normalization} normalization`]),
    ...rates.filter((rate) => model[rate] > 0).map((rate) => `${rate} ${model[rate]}`),
    ...(train.weight_decay > 0
      ? [`weight decay ${train.weight_decay}${train.decay === undefined ? "" : ` of ${train.decay}`}`]
      : []),
    ...(["max_norm", "clip_norm"] as const)
      .filter((norm) => train[norm] !== null)
      .map((norm) => `${norm} ${train[norm]}`),
    ...(train.loss === "cross_entropy" ? [] : [train.loss]),
  ];
}
