import type { FirstDifference, TensorDifference } from "@actbench/core/internal";

const MAX_SHOWN = 12;

/** The first difference of two trials as lines: when, then each tensor, the network's first layer first. */
export function differenceText({ step, tensors }: FirstDifference): string {
  const when = step === 0 ? "at initialization" : `after update ${step}`;
  const [first] = tensors;
  const left = tensors.length - MAX_SHOWN;
  return [
    `first differ ${when}, in ${first?.name ?? "nothing"}:`,
    ...tensors.slice(0, MAX_SHOWN).map(tensorLine),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ].join("\n");
}

function tensorLine({ name, values, otherShape }: TensorDifference): string {
  if (otherShape) return `  ${name}: a different shape`;
  if (values === undefined) return `  ${name}`;
  const { differing, count, largest } = values;
  return `  ${name}: ${differing} of ${count} values, by up to ${largest.toPrecision(3)}`;
}
