import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { FLOATS_AT, runKernel } from "../../test/run-kernel.js";
import type { Numerics } from "../contract/spec.js";
import { randomStream } from "../random/stream.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { gemmRows, ROW_SLACK } from "./gemm-rows.js";
import { NARROW_LANES } from "./lane-plan.js";
import { panelOffset, tilePanels } from "./panels.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

describe.each(profiles)("f32_gemm_rows, %s profile", (numerics) => {
  it.each([
    [1, 1, 1],
    [5, 3, 4],
    [7, 10, 33],
    [11, 12, 50],
    [13, 22, 64],
  ])(
    "%i rows, %i columns, sums of %i: within its stated error of f64, sequential in k",
    (rows, columns, inner) => {
      const w = tilePanels(inner, columns);
      const strideA = Math.ceil(inner / 4) * 16;
      const strideOut = w.paddedColumns * 4;
      const [aAt, wAt] = [FLOATS_AT, FLOATS_AT + strideA * (rows + ROW_SLACK)];
      const startAt = wAt + w.bytes;
      const outAt = startAt + w.paddedColumns * 4;
      const memory = runKernel(Array<"i32">(6).fill("i32"), (f) =>
        gemmRows(f, { w, strideA, strideOut, start: "bias", scale: false, numerics, lanes: NARROW_LANES }),
      );
      const stream = randomStream(5, "gemm error");
      const draw = (at: number): number => {
        memory.f32[at / 4] = stream.uniform() - 0.5;
        return memory.f32[at / 4] as number;
      };
      const a = Array.from({ length: rows }, (_, r) =>
        Array.from({ length: inner }, (_, k) => draw(aAt + r * strideA + k * 4)),
      );
      const weights = Array.from({ length: inner }, (_, k) =>
        Array.from({ length: columns }, (_, c) => draw(wAt + panelOffset(w, k, c))),
      );
      const start = Array.from({ length: columns }, (_, c) => draw(startAt + c * 4));
      memory.run(aAt, wAt, startAt, outAt, 0, rows);
      a.forEach((row, r) => {
        start.forEach((first, c) => {
          const terms = row.map((value, k) => value * (weights[k]?.[c] ?? Number.NaN));
          const exact = terms.reduce((sum, term) => sum + term, first);
          const size = terms.reduce((sum, term) => sum + Math.abs(term), Math.abs(first));
          const got = memory.f32[(outAt + r * strideOut) / 4 + c] as number;
          expect(Math.abs(got - exact)).toBeLessThanOrEqual((inner + 1) * 2 ** -24 * size);
          // Two roundings a term, one after another: the same bits as written here.
          if (numerics === "strict")
            expect(got).toBe(terms.reduce((sum, term) => Math.fround(sum + Math.fround(term)), first));
        });
      });
    },
  );
});
