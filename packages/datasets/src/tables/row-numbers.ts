/** Values of several inputs, row after row. */
export interface Values {
  readonly features: ArrayLike<number>;
  readonly inputs: number;
  readonly rows: number;
}

/** In so few rows a column of 1, 2, … or of 5, 6, … may well be a measurement. */
const MIN_ROWS = 3;
const MIN_ROWS_FROM_ANYWHERE = 10;

/**
 * Whether an input numbers the rows: it is 0, 1, … or 1, 2, … from row to row, in many rows also from another
 * number, or 0 … n − 1 or 1 … n in any order, as of rows that were shuffled.
 */
export function numbersRows(values: Values, input: number): boolean {
  const { features, inputs, rows } = values;
  const first = features[input] ?? 0;
  if (rows < MIN_ROWS || !Number.isInteger(first)) return false;
  if (rows < MIN_ROWS_FROM_ANYWHERE) return (first === 0 || first === 1) && rises(values, input, first);
  if (rises(values, input, first)) return true;
  const seen = new Uint8Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const value = features[row * inputs + input] ?? 0;
    if (!Number.isInteger(value) || value < 0 || value > rows || seen[value] === 1) return false;
    seen[value] = 1;
  }
  // n different numbers of 0 … n: one of them is missing.
  return seen[0] === 0 || seen[rows] === 0;
}

function rises({ features, inputs, rows }: Values, input: number, first: number): boolean {
  for (let row = 1; row < rows; row++) if (features[row * inputs + input] !== first + row) return false;
  return true;
}
