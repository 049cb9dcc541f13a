const Z = 1.959964; // 95 % of a normal distribution

/** Wilson's 95 % interval of a share of `n`. */
export function wilson(hits, n) {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return [(middle - half) / (1 + (Z * Z) / n), (middle + half) / (1 + (Z * Z) / n)];
}
