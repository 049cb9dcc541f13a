/**
 * How a matrix [rows, columns] lies in memory for kernels: columns are cut into panels of four vectors, one
 * cache line a row, and at most one last panel of two; a panel holds all rows, one after another. Padding is
 * 0 and stays 0. The layout is the same for every lane plan, so checkpoints are too.
 */
export interface Panels {
  readonly rows: number;
  readonly columns: number;
  /** A multiple of 4. */
  readonly paddedRows: number;
  /** A multiple of 8. */
  readonly paddedColumns: number;
  /** Number of panels of `PANEL_VECTORS`; then at most one of `lastVectors`. */
  readonly whole: number;
  readonly lastVectors: 0 | 2;
  readonly bytes: number;
}

/** Vectors of a whole panel: a row of it is one cache line. */
export const PANEL_VECTORS = 4;
export const PANEL_COLUMNS = PANEL_VECTORS * 4;

export const padded = (count: number): number => Math.ceil(count / 4) * 4;

/** Panels for register tiles: every tile has pairs of vectors. */
export function tilePanels(rows: number, columns: number): Panels {
  return makePanels(rows, columns, Math.ceil(columns / 8) * 2);
}

/** Whole panels only, the last one padded. */
export function linePanels(rows: number, columns: number): Panels {
  return makePanels(rows, columns, Math.ceil(columns / PANEL_COLUMNS) * PANEL_VECTORS);
}

function makePanels(rows: number, columns: number, vectors: number): Panels {
  const lastVectors = vectors % PANEL_VECTORS === 0 ? 0 : 2;
  return {
    rows,
    columns,
    paddedRows: padded(rows),
    paddedColumns: vectors * 4,
    whole: (vectors - lastVectors) / PANEL_VECTORS,
    lastVectors,
    bytes: padded(rows) * vectors * 16,
  };
}

/** A run of panels of one width. */
export interface PanelRun {
  /** The run's first column. */
  readonly first: number;
  readonly vectors: 2 | 4;
  readonly panels: number;
}

/** Vectors of a panel that one tile takes. */
export const narrower = (panel: 2 | 4, tile: 2 | 4): 2 | 4 => (panel === 2 ? panel : tile);

/** The whole panels, then the last one, where there are such. */
export function panelRuns({ whole, lastVectors }: Panels): readonly PanelRun[] {
  return [
    ...(whole > 0 ? [{ first: 0, vectors: PANEL_VECTORS, panels: whole } as const] : []),
    ...(lastVectors === 0 ? [] : [{ first: whole * PANEL_COLUMNS, vectors: lastVectors, panels: 1 }]),
  ];
}

/** Byte offset of an element. */
export function panelOffset(p: Panels, row: number, column: number): number {
  const panel = Math.min(Math.floor(column / PANEL_COLUMNS), p.whole);
  const width = panel < p.whole ? PANEL_COLUMNS : p.lastVectors * 4;
  return (panel * PANEL_COLUMNS * p.paddedRows + row * width + (column - panel * PANEL_COLUMNS)) * 4;
}
