import { describe, expect, it } from "vitest";
import { FLOATS_AT, runKernel } from "../../test/run-kernel.js";
import { randomStream } from "../random/stream.js";
import { maxNorm } from "./max-norm.js";
import { linePanels, panelOffset, tilePanels } from "./panels.js";

describe.each([
  ["tiles", tilePanels],
  ["lines", linePanels],
] as const)("f32_max_norm on panels of %s", (_, panelsOf) => {
  it.each([
    [1, 1],
    [5, 4],
    [7, 12],
    [33, 21],
  ])("%i rows, %i columns: longer columns come to the limit, others keep their bits", (rows, columns) => {
    const w = panelsOf(rows, columns);
    const memory = runKernel(["i32"], (f) => maxNorm(f, { w, limit: 1, numerics: "strict" }));
    const stream = randomStream(3, "max norm test");
    const at = (row: number, column: number): number => (FLOATS_AT + panelOffset(w, row, column)) / 4;
    const column = (c: number): number[] =>
      Array.from({ length: rows }, (_, r) => memory.f32[at(r, c)] as number);
    const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
    for (let c = 0; c < columns; c++)
      for (let r = 0; r < rows; r++)
        memory.f32[at(r, c)] = ((stream.uniform() - 0.5) * (c % 2 === 0 ? 8 : 0.5)) / Math.sqrt(rows);
    const before = Array.from({ length: columns }, (_, c) => column(c));
    memory.run(FLOATS_AT);
    before.forEach((old, c) => {
      if (norm(old) <= 1) expect(column(c)).toEqual(old);
      // A norm of `rows` roundings of f32.
      else
        old.forEach((v, r) => {
          expect(column(c)[r]).toBeCloseTo(v / norm(old), 6);
        });
    });
  });

  it("leaves padding at 0", () => {
    const w = panelsOf(3, 5);
    const memory = runKernel(["i32"], (f) => maxNorm(f, { w, limit: 1, numerics: "strict" }));
    memory.f32[(FLOATS_AT + panelOffset(w, 0, 0)) / 4] = 9;
    memory.run(FLOATS_AT);
    const all = [...memory.f32.subarray(FLOATS_AT / 4, (FLOATS_AT + w.bytes) / 4)];
    expect(all.filter((v) => v !== 0)).toEqual([1]);
  });
});
