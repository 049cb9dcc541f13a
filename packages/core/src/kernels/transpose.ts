import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { PANEL_COLUMNS, type Panels, panelOffset } from "./panels.js";
import { transposeLanes } from "./transpose-lanes.js";

/**
 * `f32_transpose`: to[c, r] = from[r, c], both in panels, 4×4 blocks; both have multiples of 4 as columns.
 * Shapes: from: [rows, columns], to: [columns, rows]. Error: none; any order gives the same. Parameters of
 * the function: from, to.
 */
export function transpose(f: FunctionBuilder, from: Panels, to: Panels): void {
  const source = f.local("i32");
  const target = f.local("i32");
  const row = f.local("i32");
  const column = f.local("i32");
  // Four rows of `from` are four columns of `to`.
  for (const rows of blockRuns(to))
    for (const columns of blockRuns(from))
      f.for(row, i32.const(0), i32.const(rows.panels), 1, () => {
        f.for(column, i32.const(0), i32.const(columns.panels), 1, () => {
          f.set(
            source,
            i32.add(
              i32.add(f.param(0), i32.const(panelOffset(from, rows.first, columns.first))),
              i32.add(
                i32.mul(row, i32.const(rows.width * columns.width * 4)),
                i32.mul(column, i32.const(columns.width * from.paddedRows * 4)),
              ),
            ),
          );
          f.set(
            target,
            i32.add(
              i32.add(f.param(1), i32.const(panelOffset(to, columns.first, rows.first))),
              i32.add(
                i32.mul(row, i32.const(rows.width * to.paddedRows * 4)),
                i32.mul(column, i32.const(columns.width * rows.width * 4)),
              ),
            ),
          );
          for (let r = 0; r < rows.filled; r += 4)
            for (let c = 0; c < columns.filled; c += 4)
              block(f, {
                source,
                sourceOffset: (r * columns.width + c) * 4,
                sourceStride: columns.width * 4,
                target,
                targetOffset: (c * rows.width + r) * 4,
                targetStride: rows.width * 4,
              });
        });
      });
}

/**
 * Panels of which the first `filled` of `width` columns, both multiples of 4, hold elements; the rest is
 * padding.
 */
interface BlockRun {
  readonly first: number;
  readonly width: number;
  readonly filled: number;
  readonly panels: number;
}

function blockRuns({ columns, whole, lastVectors }: Panels): readonly BlockRun[] {
  const full = Math.floor(columns / PANEL_COLUMNS);
  const rest = columns % PANEL_COLUMNS;
  const width = full < whole ? PANEL_COLUMNS : lastVectors * 4;
  return [
    ...(full > 0 ? [{ first: 0, width: PANEL_COLUMNS, filled: PANEL_COLUMNS, panels: full }] : []),
    ...(rest > 0 ? [{ first: full * PANEL_COLUMNS, width, filled: rest, panels: 1 }] : []),
  ];
}

interface Block {
  readonly source: Local;
  readonly sourceOffset: number;
  readonly sourceStride: number;
  readonly target: Local;
  readonly targetOffset: number;
  readonly targetStride: number;
}

function block(f: FunctionBuilder, b: Block): void {
  const at = (r: number): Value => vec.load(b.source, b.sourceOffset + r * b.sourceStride);
  const rows: [Local, Local, Local, Local] = [f.let(at(0)), f.let(at(1)), f.let(at(2)), f.let(at(3))];
  transposeLanes(f, rows);
  rows.forEach((row, c) => {
    f.store(b.target, row, b.targetOffset + c * b.targetStride);
  });
  f.release(...rows);
}
