import type { Dataset } from "../data/dataset.js";
import type { InputMap } from "../kernels/inputs.js";

/** One mean and standard deviation (divisor n) over all inputs of some rows, of raw values. */
export interface InputStatistics {
  readonly mean: number;
  readonly std: number;
}

/** The last measurement of each dataset: a study's trials share their split, and so this. */
const known = new WeakMap<Dataset, { readonly rows: Uint32Array; readonly statistics: InputStatistics }>();

/** Measures rows in f64: bytes by counting, so exactly; floats one after another in the order of `rows`. */
export function inputStatistics(data: Dataset, rows: Uint32Array): InputStatistics {
  const before = known.get(data);
  if (before?.rows === rows) return before.statistics;
  const statistics = data.kind === "u8" ? ofBytes(data, rows) : ofFloats(data, rows);
  known.set(data, { rows, statistics });
  return statistics;
}

function ofBytes(data: Dataset, rows: Uint32Array): InputStatistics {
  const bytes = new Uint8Array(data.features);
  const counts = new Float64Array(256);
  for (const row of rows) {
    const end = row * data.stride + data.inputs;
    for (let at = row * data.stride; at < end; at++) {
      const byte = bytes[at] as number;
      counts[byte] = (counts[byte] as number) + 1;
    }
  }
  const count = rows.length * data.inputs;
  let sum = 0;
  counts.forEach((times, byte) => {
    sum += times * byte;
  });
  const mean = count > 0 ? sum / count : 0;
  let squares = 0;
  counts.forEach((times, byte) => {
    squares += times * (byte - mean) * (byte - mean);
  });
  return { mean, std: count > 0 ? Math.sqrt(squares / count) : 0 };
}

function ofFloats(data: Dataset, rows: Uint32Array): InputStatistics {
  const floats = new Float32Array(data.features);
  const count = rows.length * data.inputs;
  const total = (term: (value: number) => number): number => {
    let sum = 0;
    for (const row of rows) {
      const start = (row * data.stride) / 4;
      for (let input = 0; input < data.inputs; input++) sum += term(floats[start + input] as number);
    }
    return sum;
  };
  if (count === 0) return { mean: 0, std: 0 };
  const mean = total((value) => value) / count;
  return { mean, std: Math.sqrt(total((value) => (value - mean) * (value - mean)) / count) };
}

/** E[x²] of the network's inputs x, which `map` makes of the raw values measured. */
export function mappedMoment({ mean, std }: InputStatistics, { divisor, factor, shift }: InputMap): number {
  const center = (mean / divisor) * factor + shift;
  const spread = (std / divisor) * factor;
  return center * center + spread * spread;
}
