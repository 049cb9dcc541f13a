import { formatFormula, isCode, type TrialSpec } from "../internal.js";
import type { PortableModel } from "./portable-model.js";

/** What a file says of a trial besides its network. */
export interface TrainedFacts {
  readonly trial: string;
  readonly run: string;
  readonly digest: string;
  readonly version: string;
  /** Last values of what was measured, by their columns in `results.csv`. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** The texts that each format holds beside the numbers; those that are no plain words are JSON. */
export function modelMetadata(model: PortableModel, facts: TrainedFacts): Readonly<Record<string, string>> {
  const { spec, kind, classes, classNames, targets, scaling, inputs } = model;
  return {
    format: "actbench-model-1",
    made_by: `actbench ${facts.version}`,
    run: facts.run,
    trial: facts.trial,
    digest: facts.digest,
    dataset: spec.dataset.name,
    inputs: JSON.stringify({ count: inputs, kind, ...scaling }),
    input_scaling: scalingText(model),
    classes: JSON.stringify(classNames ?? classes),
    ...(targets === undefined ? {} : { targets: JSON.stringify(targets) }),
    activations: JSON.stringify(activations(spec)),
    metrics: JSON.stringify(facts.metrics),
    spec: JSON.stringify(spec),
  };
}

function activations({ model }: TrialSpec): readonly string[] {
  return model.activation.map((own) =>
    isCode(own) ? `${own.label}: code` : `${own.label}: ${formatFormula(own.tree)}`,
  );
}

/** How the network sees raw values, for a reader. */
export function scalingText({ kind, scaling, spec }: PortableModel): string {
  const { divisor, factor, shift } = scaling;
  const raw = kind === "u8" ? "bytes 0 to 255" : "floats";
  const divided = divisor === 1 ? "v" : `v / ${divisor}`;
  const stretched = factor === 1 ? divided : `${divided} * ${factor}`;
  const moved = shift === 0 ? stretched : `${stretched} ${shift < 0 ? "-" : "+"} ${Math.abs(shift)}`;
  return `v, ${raw} as stored in ${spec.dataset.name}, becomes ${moved}`;
}
