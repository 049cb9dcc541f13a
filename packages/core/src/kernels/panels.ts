/**
 * How a matrix [rows, columns] lies in memory for kernels: columns are cut into panels of `wide` vectors and at
 * most one narrower panel; a panel holds all rows, one after another. Padding is 0 and stays 0.
 */
export interface Panels {
  readonly rows: number;
  readonly columns: number;
  /** A multiple of 4. */
  readonly paddedRows: number;
  readonly paddedColumns: number;
  /** Vectors of a whole panel. */
  readonly wide: 2 | 4;
  /** Number of whole panels; then at most one of `lastVectors`. */
  readonly whole: number;
  readonly lastVectors: 0 | 1 | 3;
  readonly bytes: number;
}

export const padded = (count: number): number => Math.ceil(count / 4) * 4;

/** Panels of two vectors, for register tiles; an odd rest makes one of three, or of one when that is all. */
export function tilePanels(rows: number, columns: number): Panels {
  const vectors = padded(columns) / 4;
  const lastVectors = vectors % 2 === 0 ? 0 : vectors === 1 ? 1 : 3;
  return makePanels({ rows, columns, vectors, wide: 2, lastVectors });
}

/** Panels of four vectors, the last one padded: a row of a panel is one cache line. */
export function linePanels(rows: number, columns: number): Panels {
  return makePanels({ rows, columns, vectors: Math.ceil(columns / 16) * 4, wide: 4, lastVectors: 0 });
}

function makePanels(
  p: Pick<Panels, "rows" | "columns" | "wide" | "lastVectors"> & { vectors: number },
): Panels {
  const { vectors, ...rest } = p;
  return {
    ...rest,
    paddedRows: padded(p.rows),
    paddedColumns: vectors * 4,
    whole: (vectors - p.lastVectors) / p.wide,
    bytes: padded(p.rows) * vectors * 16,
  };
}

/** Byte offset of an element. */
export function panelOffset(p: Panels, row: number, column: number): number {
  const lanes = p.wide * 4;
  const panel = Math.min(Math.floor(column / lanes), p.whole);
  const width = panel < p.whole ? lanes : p.lastVectors * 4;
  return (panel * lanes * p.paddedRows + row * width + (column - panel * lanes)) * 4;
}
