import type { FormulaActivationSpec } from "../contract/spec.js";
import { extremePoints } from "./sample-points.js";

const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);
const LARGEST = 1e30;
/** Sine, cosine and tangent are right to here in vector code, and bounded beyond. */
const PERIODIC_REACH = 8192;
/** Step between tested bit patterns of f32: about 14,000 floats of both signs. */
const STRIDE = 1 << 18;

/** f32 points for vector code: all sizes to ±1e30, a dense middle, the edges, NaN in each input. */
export function vectorPoints({ inputs, tree }: FormulaActivationSpec): readonly (readonly number[])[] {
  const reach = /"(sin|cos|tan)"/.test(JSON.stringify(tree)) ? PERIODIC_REACH : LARGEST;
  const fits = (point: readonly number[]): boolean => point.every((x) => Math.abs(x) <= reach);
  const edges = extremePoints(inputs)
    .map((point) => point.map(Math.fround))
    .filter(fits);
  const nan = Array.from({ length: inputs }, (_, i) =>
    Array.from({ length: inputs }, (_, j) => (i === j ? Number.NaN : 1)),
  );
  const spread = inputs === 1 ? [...allSizes(), ...middle()].map((x) => [x]).filter(fits) : [];
  return [...edges, ...spread, ...nan];
}

function allSizes(): number[] {
  const found: number[] = [];
  for (let bits = 1; bits < 0x7f800000; bits += STRIDE) {
    word[0] = bits;
    const x = single[0] ?? 0;
    found.push(x, -x);
  }
  return found;
}

function middle(): number[] {
  return Array.from({ length: 2001 }, (_, i) => Math.fround((i - 1000) * 0.01));
}
