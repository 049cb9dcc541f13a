import type { Targets } from "../data/dataset.js";
import type { TargetErrors } from "../score/score-entry.js";

/** The numbers that rows are to predict. */
export interface RowTargets {
  readonly width: number;
  /** In their own unit: [rows, width]. */
  readonly values: Float64Array;
  /** (value − offset) / scale, as the network learns them. */
  readonly learned: Float32Array;
  readonly offset: readonly number[];
  readonly scale: readonly number[];
}

/** Of each dataset once in a thread. Nobody writes to them. */
const known = new WeakMap<Targets, RowTargets>();

export function rowTargets(targets: Targets): RowTargets {
  const before = known.get(targets);
  if (before !== undefined) return before;
  const { offset, scale } = targets;
  const width = targets.names.length;
  const values = new Float64Array(targets.values);
  const learned = Float32Array.from(values, (value, at) => {
    const target = at % width;
    return (value - (offset[target] as number)) / (scale[target] as number);
  });
  const made = { width, values, learned, offset, scale };
  known.set(targets, made);
  return made;
}

/** Where the outputs of evaluated rows lie: the first at `at`, the others every `stride` numbers. */
export interface OutputPlace {
  readonly numbers: Float32Array;
  readonly at: number;
  readonly stride: number;
}

/** Sums of errors over the rows of one evaluation. */
export interface ErrorSums {
  readonly sums: TargetErrors;
  /** The outputs of rows, which have these numbers in the data. */
  add(outputs: OutputPlace, rows: Uint32Array): void;
}

/**
 * Sums in f64, in the order of the rows, in the targets' own unit; true values and their mean by Welford's
 * updates.
 */
export function errorSums({ targets }: { readonly targets?: RowTargets }): ErrorSums {
  if (targets === undefined) throw new RangeError("this network predicts numbers, and the data has none");
  const { width, values, offset, scale } = targets;
  const [squares, absolutes] = [new Float64Array(width), new Float64Array(width)];
  const [spreads, means] = [new Float64Array(width), new Float64Array(width)];
  let count = 0;
  return {
    sums: { squares, absolutes, spreads },
    add({ numbers, at, stride }, rows) {
      for (let row = 0; row < rows.length; row++) {
        count++;
        const from = (rows[row] as number) * width;
        for (let target = 0; target < width; target++) {
          const value = values[from + target] as number;
          const output = numbers[at + row * stride + target] as number;
          const error = (offset[target] as number) + (scale[target] as number) * output - value;
          squares[target] = (squares[target] as number) + error * error;
          absolutes[target] = (absolutes[target] as number) + Math.abs(error);
          const distance = value - (means[target] as number);
          means[target] = (means[target] as number) + distance / count;
          spreads[target] = (spreads[target] as number) + distance * (value - (means[target] as number));
        }
      }
    },
  };
}
