import type { ActivationCurve } from "@actbench/core/internal";

const REACH = 4;
const ROWS = 17;
const WIDEST = 73;
/** Columns of the axis' labels. */
const MARGIN = 6;
const TALLEST = 4;

/** Value (•) and derivative (·) of an activation of one input on [−4, 4], drawn with characters. */
export function activationPlot({ value, slope }: ActivationCurve, columns: number): string {
  // Odd, so that 0 has its own column.
  const width = Math.max(21, Math.min(WIDEST, columns - MARGIN - 1)) | 1;
  const xs = Array.from({ length: width }, (_, i) => ((2 * i) / (width - 1) - 1) * REACH);
  const curves = [
    { mark: "·", ys: xs.map(slope) },
    { mark: "•", ys: xs.map(value) },
  ];
  const shown = curves.flatMap(({ ys }) => ys).filter((y) => Math.abs(y) <= TALLEST);
  const low = Math.floor(Math.min(0, ...shown));
  const high = Math.max(low + 1, Math.ceil(Math.max(1, ...shown)));
  const rowOf = (y: number): number => Math.round(((high - y) / (high - low)) * (ROWS - 1));
  const grid = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: width }, (_, column): string =>
      row === rowOf(0) ? "─" : column === (width - 1) / 2 ? "│" : " ",
    ),
  );
  for (const { mark, ys } of curves)
    ys.forEach((y, column) => {
      const cells = y >= low && y <= high ? grid[rowOf(y)] : undefined;
      if (cells !== undefined) cells[column] = mark;
    });
  const labels = new Map([low, 0, high].map((y) => [rowOf(y), `${y}`]));
  const lines = grid.map(
    (cells, row) => `${(labels.get(row) ?? "").padStart(MARGIN - 1)} ${cells.join("").trimEnd()}`,
  );
  const half = (width - 1) / 2;
  const axis = `${" ".repeat(MARGIN - 1)}${`-${REACH}`.padEnd(half + 1)}0${`${REACH}`.padStart(half)}`;
  return [...lines, axis, `${" ".repeat(MARGIN)}• value  · derivative`].join("\n");
}
