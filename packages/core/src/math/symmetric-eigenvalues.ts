/** Turns of the QL iteration per eigenvalue; a dozen is more than any matrix was seen to take. */
const TURNS_AT_MOST = 60;
const EPSILON = 2.220446049250313e-16;

/**
 * The eigenvalues of a symmetric matrix `a: [n, n]`, row-major, in no order; `a` is used up. Householder's
 * reduction to three diagonals, then the QL iteration with implicit shifts: 4/3 n³ operations (Golub & Van
 * Loan, Matrix Computations, 8.3). Throws a `RangeError` where the iteration does not end, as with numbers
 * that are not finite.
 */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  for (let k = n - 1; k > 0; k--) reduceRow(a, n, k, beside);
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i] as number;
  diagonalize(diagonal, beside);
  return diagonal;
}

/**
 * Reflects row k of the leading k + 1 rows onto its last entry before the diagonal, which goes to
 * `beside[k]`.
 */
function reduceRow(a: Float64Array, n: number, k: number, beside: Float64Array): void {
  const row = a.subarray(k * n, k * n + k);
  let squares = 0;
  for (const x of row) squares += x * x;
  const last = row[k - 1] as number;
  const length = Math.sqrt(squares);
  const target = last > 0 ? -length : length;
  beside[k] = target;
  const half = squares - last * target;
  if (half === 0) return;
  row[k - 1] = last - target;
  // The leading block becomes (1 − vvᵀ/h) A (1 − vvᵀ/h) = A − v qᵀ − q vᵀ with p = Av/h, q = p − v (vᵀp)/2h.
  const q = new Float64Array(k);
  let along = 0;
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += (a[i * n + j] as number) * (row[j] as number);
    for (let j = i + 1; j < k; j++) sum += (a[j * n + i] as number) * (row[j] as number);
    q[i] = sum / half;
    along += (row[i] as number) * (q[i] as number);
  }
  for (let i = 0; i < k; i++) q[i] = (q[i] as number) - ((row[i] as number) * along) / (2 * half);
  for (let i = 0; i < k; i++)
    for (let j = 0; j <= i; j++)
      a[i * n + j] =
        (a[i * n + j] as number) -
        (row[i] as number) * (q[j] as number) -
        (q[i] as number) * (row[j] as number);
}

/** Leaves the eigenvalues of a matrix of three diagonals in `d`; `beside[k]` stands between k − 1 and k. */
function diagonalize(d: Float64Array, beside: Float64Array): void {
  const n = d.length;
  const e = beside.slice(1);
  for (let l = 0; l < n; l++)
    for (let turn = 0; ; turn++) {
      let m = l;
      while (m < n - 1) {
        const size = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
        if (Math.abs(e[m] as number) <= EPSILON * size) break;
        m++;
      }
      if (m === l) break;
      if (turn === TURNS_AT_MOST) throw new RangeError("the eigenvalues of this matrix are not found");
      turnOnce(d, e, l, m);
    }
}

/** One implicit QL turn on rows l to m, shifted by the eigenvalue of the upper corner that is nearer. */
function turnOnce(d: Float64Array, e: Float64Array, l: number, m: number): void {
  const first = d[l] as number;
  const ratio = ((d[l + 1] as number) - first) / (2 * (e[l] as number));
  const root = hypotenuse(ratio, 1);
  let g = (d[m] as number) - first + (e[l] as number) / (ratio + (ratio < 0 ? -root : root));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    const r = hypotenuse(f, g);
    if (i + 1 < e.length) e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      if (m < e.length) e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    const t = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
  }
  d[l] = (d[l] as number) - p;
  e[l] = g;
  if (m < e.length) e[m] = 0;
}

/** √(a² + b²) without overflow. */
function hypotenuse(a: number, b: number): number {
  const [large, small] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))];
  if (large === 0) return 0;
  return large * Math.sqrt(1 + (small / large) * (small / large));
}
