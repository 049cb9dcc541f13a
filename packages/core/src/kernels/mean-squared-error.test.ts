import { describe, expect, it } from "vitest";
import { FLOATS_AT, runKernel } from "../../test/run-kernel.js";
import { meanSquaredError } from "./mean-squared-error.js";

const TOTALS = 16;
const LABELS = 64;
const strideZ = 32;

/** Loss, right answers and what becomes of z, for rows of outputs and their labels. */
function run(rows: readonly (readonly number[])[], labels: readonly number[], mode: "train" | "evaluate") {
  const classes = rows[0]?.length ?? 0;
  const memory = runKernel(["i32", "i32", "i32"], (f) =>
    meanSquaredError(f, { classes, strideZ, totals: TOTALS }, mode),
  );
  memory.i32.set(labels, LABELS / 4);
  rows.forEach((row, r) => {
    memory.f32.set(row, (FLOATS_AT + r * strideZ) / 4);
  });
  memory.run(FLOATS_AT, LABELS, rows.length);
  return {
    loss: memory.f64[TOTALS / 8],
    correct: memory.i32[TOTALS / 4 + 2],
    z: rows.map((row, r) => [...memory.f32.subarray((FLOATS_AT + r * strideZ) / 4).subarray(0, row.length)]),
  };
}

describe("f32_mean_squared_error", () => {
  it("adds each row's mean over outputs of (z − target)²", () => {
    const { loss, correct } = run(
      [
        [0.5, 0.25, -1],
        [3, 1, 0],
      ],
      [0, 1],
      "evaluate",
    );
    expect(loss).toBe((0.25 + 0.0625 + 1) / 3 + 9 / 3);
    expect(correct).toBe(1);
  });

  it("leaves the slope of the batch's mean in z", () => {
    const { z } = run(
      [
        [0.5, 0.25],
        [3, 1],
      ],
      [0, 1],
      "train",
    );
    expect(z).toEqual([
      [(2 * -0.5) / 4, (2 * 0.25) / 4],
      [(2 * 3) / 4, 0],
    ]);
  });

  it("counts the first of equal largest outputs, and no row of NaN", () => {
    expect(
      run(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 1],
        "evaluate",
      ).correct,
    ).toBe(1);
    const broken = run([[Number.NaN, Number.NaN]], [0], "evaluate");
    expect(broken.correct).toBe(0);
    expect(broken.loss).toBeNaN();
  });
});
