/** A layer as an initializer left it. */
export interface DrawnLayer {
  readonly rows: readonly Float64Array[];
  readonly biases: Float64Array | undefined;
}

export const relu = (z: number): number => Math.max(z, 0);

/** Pre-activations and activations of every layer for one input. */
export function through(layers: readonly DrawnLayer[], input: Float64Array, f: (z: number) => number) {
  let a = input;
  return layers.map(({ rows, biases }) => {
    const z = Float64Array.from(rows, (row, unit) =>
      row.reduce((sum, w, i) => sum + w * (a[i] as number), biases?.[unit] ?? 0),
    );
    a = z.map(f);
    return { z, a };
  });
}

/** Whether a relu network of one input has a layer that is 0 on all of [−√3, √3], seen at 61 points. */
export function bornDead(layers: readonly DrawnLayer[]): boolean {
  const alive = layers.map(() => false);
  for (let i = 0; i <= 60; i++)
    through(layers, Float64Array.of((i / 30 - 1) * Math.sqrt(3)), relu).forEach(({ a }, layer) => {
      if (a.some((value) => value > 0)) alive[layer] = true;
    });
  return alive.includes(false);
}

export function rootMeanSquare(values: Iterable<number>): number {
  const all = [...values];
  return Math.sqrt(all.reduce((sum, value) => sum + value * value, 0) / all.length);
}

/** Mean singular value of a square matrix, by one-sided Jacobi rotations. */
export function meanSingularValue(matrix: readonly Float64Array[]): number {
  const rows = matrix.map((row) => row.slice());
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  for (let sweep = 0; sweep < 8; sweep++)
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++) {
        const [a, b] = [rows[i] as Float64Array, rows[j] as Float64Array];
        const angle = 0.5 * Math.atan2(2 * dot(a, b), dot(a, a) - dot(b, b));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        rows[i] = a.map((x, k) => c * x + s * (b[k] as number));
        rows[j] = b.map((x, k) => c * x - s * (a[k] as number));
      }
  return rows.reduce((sum, row) => sum + Math.sqrt(dot(row, row)), 0) / rows.length;
}
