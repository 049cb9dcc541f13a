import type { TensorState } from "./tensor-state.js";
import type { States } from "./trial-states.js";

/** A tensor that is not the same in two states. */
export interface TensorDifference {
  readonly name: string;
  /** Present where the values of both are known and of one shape. */
  readonly values?: {
    readonly count: number;
    readonly differing: number;
    /** Largest distance of two values; NaN where one of them is NaN. */
    readonly largest: number;
  };
  /** True where the two are not as many values. */
  readonly otherShape: boolean;
}

export interface FirstDifference {
  /** Updates made when the states first differ; 0: the initialization. */
  readonly step: number;
  /** In the network's order, first layer first. */
  readonly tensors: readonly TensorDifference[];
}

/**
 * The first update after which two trials differ in a bit of weights, optimizer state or statistics, of those
 * tensors that both have; undefined where they agree to the end of the shorter one. Searches by halves, so it
 * takes trials that differ once to stay different.
 */
export function firstDifference(a: States, b: States): FirstDifference | undefined {
  const differences = (step: number) => tensorDifferences(a.at(step), b.at(step));
  let tensors = differences(0);
  if (tensors.length > 0) return { step: 0, tensors };
  let equal = 0;
  let different = Math.min(a.steps, b.steps);
  tensors = differences(different);
  if (tensors.length === 0) return undefined;
  while (different - equal > 1) {
    const middle = Math.floor((equal + different) / 2);
    const found = differences(middle);
    if (found.length === 0) equal = middle;
    else {
      different = middle;
      tensors = found;
    }
  }
  return { step: different, tensors };
}

function tensorDifferences(
  a: readonly TensorState[],
  b: readonly TensorState[],
): readonly TensorDifference[] {
  const others = new Map(b.map((tensor) => [tensor.name, tensor]));
  return a.flatMap((tensor) => {
    const other = others.get(tensor.name);
    return other === undefined || other.digest === tensor.digest ? [] : [difference(tensor, other)];
  });
}

function difference({ name, values }: TensorState, { values: others }: TensorState): TensorDifference {
  if (values === undefined || others === undefined) return { name, otherShape: false };
  if (values.length !== others.length) return { name, otherShape: true };
  let differing = 0;
  let largest = 0;
  values.forEach((value, i) => {
    const other = others[i] as number;
    if (Object.is(value, other)) return;
    differing++;
    largest = Math.max(largest, Math.abs(value - other));
  });
  return { name, otherShape: false, values: { count: values.length, differing, largest } };
}
