import { exp } from "./exp.js";
import { log } from "./log.js";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.js";

/**
 * The effective rank of `a: [rows, columns]`, row-major: exp(−Σ p ln p) with p = σ / Σσ of its singular
 * values σ (Roy & Vetterli 2007). Between 1 and min(rows, columns); 0 of a matrix that is all 0. Throws a
 * `RangeError` for numbers that are not finite.
 */
export function effectiveRank(a: Float64Array, rows: number, columns: number): number {
  const squares = symmetricEigenvalues(gram(a, rows, columns), Math.min(rows, columns));
  // Rounding moves an eigenvalue of 0 slightly, and its root far, from 0.
  const noise = squares.reduce((most, value) => Math.max(most, value), 0) * Math.max(rows, columns) * 2.3e-16;
  const values = squares.map((value) => (value > noise ? Math.sqrt(value) : 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  return exp(
    values.reduce((entropy, value) => entropy - (value > 0 ? (value / sum) * log(value / sum) : 0), 0),
  );
}

/** AᵀA or AAᵀ, whichever is smaller; the upper triangle mirrors the lower one. */
function gram(a: Float64Array, rows: number, columns: number): Float64Array {
  const byColumns = columns <= rows;
  const [n, length] = byColumns ? [columns, rows] : [rows, columns];
  const vectors = byColumns ? transposed(a, rows, columns) : a;
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const u = vectors.subarray(i * length, (i + 1) * length);
    for (let j = 0; j <= i; j++) {
      const from = j * length;
      let sum = 0;
      for (let k = 0; k < length; k++) sum += (u[k] as number) * (vectors[from + k] as number);
      product[i * n + j] = sum;
      product[j * n + i] = sum;
    }
  }
  return product;
}

function transposed(a: Float64Array, rows: number, columns: number): Float64Array {
  const t = new Float64Array(a.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      t[column * rows + row] = a[row * columns + column] as number;
  return t;
}
