import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { type Panels, panelOffset } from "./panels.js";
import { transposeLanes } from "./transpose-lanes.js";

/**
 * `f32_transpose`: to[c, r] = from[r, c], both in panels, 4×4 blocks. Shapes: from: [rows, columns], to: [columns,
 * rows]. Error: none; any order gives the same. Parameters of the function: from, to.
 */
export function transpose(f: FunctionBuilder, from: Panels, to: Panels): void {
  const source = f.local("i32");
  const target = f.local("i32");
  // Blocks of four rows of `from`; in `to` these are four columns, whose panels differ in width only at the end.
  const rowRuns = runs(to);
  const columnRuns = runs(from);
  for (const rowRun of rowRuns)
    for (const columnRun of columnRuns) {
      const row = f.local("i32");
      const column = f.local("i32");
      const rowsOfPanel = rowRun.width;
      f.for(row, i32.const(0), i32.const(rowRun.panels), 1, () => {
        f.for(column, i32.const(0), i32.const(columnRun.panels), 1, () => {
          f.set(
            source,
            i32.add(
              i32.add(f.param(0), i32.const(panelOffset(from, rowRun.first, columnRun.first))),
              i32.add(
                i32.mul(row, i32.const(rowsOfPanel * columnRun.width * 4)),
                i32.mul(column, i32.const(columnRun.width * from.paddedRows * 4)),
              ),
            ),
          );
          f.set(
            target,
            i32.add(
              i32.add(f.param(1), i32.const(panelOffset(to, columnRun.first, rowRun.first))),
              i32.add(
                i32.mul(row, i32.const(rowRun.width * to.paddedRows * 4)),
                i32.mul(column, i32.const(columnRun.width * rowRun.width * 4)),
              ),
            ),
          );
          for (let r = 0; r < rowRun.width; r += 4)
            for (let c = 0; c < columnRun.width; c += 4)
              block(f, {
                source,
                sourceOffset: (r * columnRun.width + c) * 4,
                sourceStride: columnRun.width * 4,
                target,
                targetOffset: (c * rowRun.width + r) * 4,
                targetStride: rowRun.width * 4,
              });
        });
      });
      f.release(row, column);
    }
}

interface Run {
  readonly first: number;
  readonly width: number;
  readonly panels: number;
}

function runs(p: Panels): readonly Run[] {
  const pairs: Run = { first: 0, width: 8, panels: p.whole };
  const last: Run = { first: p.whole * 8, width: p.lastVectors * 4, panels: 1 };
  return [...(p.whole > 0 ? [pairs] : []), ...(p.lastVectors > 0 ? [last] : [])];
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
