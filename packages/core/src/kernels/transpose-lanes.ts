import type { FunctionBuilder, Local } from "../wasm/function.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";

const LOW_PAIRS = [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23];
const HIGH_PAIRS = [8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31];
const LOW_HALVES = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const HIGH_HALVES = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];

/** A 4×4 block in four vectors, transposed in place: lane j of vector i becomes lane i of vector j. */
export function transposeLanes(f: FunctionBuilder, rows: readonly [Local, Local, Local, Local]): void {
  const [a, b, c, d] = rows;
  const mix = (x: Value, y: Value, bytes: readonly number[]): Local => f.let(vec.shuffle(x, y, bytes));
  const lowAb = mix(a, b, LOW_PAIRS);
  const highAb = mix(a, b, HIGH_PAIRS);
  const lowCd = mix(c, d, LOW_PAIRS);
  const highCd = mix(c, d, HIGH_PAIRS);
  f.set(a, vec.shuffle(lowAb, lowCd, LOW_HALVES));
  f.set(b, vec.shuffle(lowAb, lowCd, HIGH_HALVES));
  f.set(c, vec.shuffle(highAb, highCd, LOW_HALVES));
  f.set(d, vec.shuffle(highAb, highCd, HIGH_HALVES));
  f.release(lowAb, highAb, lowCd, highCd);
}
