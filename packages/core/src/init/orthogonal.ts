import { drawn } from "./drawn.js";
import type { Initializer, LayerShape } from "./initializer.js";

const normals = drawn("normal", () => 1);

/**
 * The orthogonal factor of the normals' QR decomposition with a positive diagonal, times `scale` (Saxe et al.
 * 2014): rows are orthonormal where units ≤ inputs, else columns. Modified Gram–Schmidt in f64: a matrix of
 * normals is conditioned well enough that one pass is orthogonal far beyond f32.
 */
export function orthogonal(scale: (shape: LayerShape) => number): Initializer {
  return (shape, weights) => {
    const { inputs, units } = shape;
    normals(shape, weights);
    const wide = units <= inputs;
    const vectors = wide ? weights : transposed(weights, units, inputs);
    orthonormalize(vectors, wide ? units : inputs, wide ? inputs : units);
    const factor = scale(shape);
    const rows = wide ? vectors : transposed(vectors, inputs, units);
    for (let i = 0; i < weights.length; i++) weights[i] = factor * (rows[i] as number);
    return undefined;
  };
}

/** Makes `count` vectors of `length` numbers, one after another, orthonormal in place, the first first. */
function orthonormalize(vectors: Float64Array, count: number, length: number): void {
  for (let i = 0; i < count; i++) {
    const own = i * length;
    let squares = 0;
    for (let k = 0; k < length; k++) squares += (vectors[own + k] as number) * (vectors[own + k] as number);
    const norm = Math.sqrt(squares);
    for (let k = 0; k < length; k++) vectors[own + k] = (vectors[own + k] as number) / norm;
    for (let j = i + 1; j < count; j++) {
      const other = j * length;
      let product = 0;
      for (let k = 0; k < length; k++)
        product += (vectors[own + k] as number) * (vectors[other + k] as number);
      for (let k = 0; k < length; k++)
        vectors[other + k] = (vectors[other + k] as number) - product * (vectors[own + k] as number);
    }
  }
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(matrix.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) out[c * rows + r] = matrix[r * columns + c] as number;
  return out;
}
