import { describe, expect, it } from "vitest";
import { FLOATS_AT, runKernel } from "../../test/run-kernel.js";
import { type TargetLoss, targetError } from "./target-error.js";

const TOTALS = 16;
const TARGETS = 64;
const strideZ = 32;

interface Rows {
  readonly z: readonly (readonly number[])[];
  readonly t: readonly (readonly number[])[];
}

/** Loss and what becomes of z, for rows of outputs and of numbers to predict. */
function run(loss: TargetLoss, { z, t }: Rows, mode: "train" | "evaluate", delta = 1) {
  const targets = z[0]?.length ?? 0;
  const memory = runKernel(["i32", "i32", "i32"], (f) =>
    targetError(f, { loss, targets, delta, strideZ, totals: TOTALS }, mode),
  );
  memory.f32.set(t.flat(), TARGETS / 4);
  z.forEach((row, r) => {
    memory.f32.set(row, (FLOATS_AT + r * strideZ) / 4);
  });
  memory.run(FLOATS_AT, TARGETS, z.length);
  return {
    loss: memory.f64[TOTALS / 8],
    z: z.map((row, r) => [...memory.f32.subarray((FLOATS_AT + r * strideZ) / 4).subarray(0, row.length)]),
  };
}

/** Errors of 0.5, −0.25 and, in the second row, 3 and 0. */
const ROWS: Rows = {
  z: [
    [1.5, 0.75],
    [5, -2],
  ],
  t: [
    [1, 1],
    [2, -2],
  ],
};

describe("f32_target_error", () => {
  it.each([
    ["mse", 1, (0.25 + 0.0625) / 2 + 9 / 2],
    ["mae", 1, (0.5 + 0.25) / 2 + 3 / 2],
    ["huber", 1, (0.125 + 0.03125) / 2 + 2.5 / 2],
    ["huber", 0.25, (0.25 * 0.375 + 0.03125) / 2 + (0.25 * 2.875) / 2],
  ] as const)("adds each row's mean over targets: %s, delta %d", (loss, delta, wanted) => {
    expect(run(loss, ROWS, "evaluate", delta).loss).toBe(wanted);
  });

  it.each([
    ["mse", 1, [0.25, -0.125], [1.5, 0]],
    ["mae", 1, [0.25, -0.25], [0.25, 0]],
    ["huber", 1, [0.125, -0.0625], [0.25, 0]],
    ["huber", 0.25, [0.0625, -0.0625], [0.0625, 0]],
  ] as const)("leaves the slope of the batch's mean in z: %s, delta %d", (loss, delta, ...wanted) => {
    expect(run(loss, ROWS, "train", delta).z).toEqual(wanted);
  });

  it("changes no output in evaluation", () => {
    expect(run("huber", ROWS, "evaluate").z).toEqual(ROWS.z);
  });

  it.each(["mse", "mae", "huber"] as const)("gives no number where an output is none: %s", (loss) => {
    const rows = { z: [[Number.NaN, 1]], t: [[0, 0]] };
    expect(run(loss, rows, "evaluate").loss).toBeNaN();
  });

  it.each([
    ["mse", Number.POSITIVE_INFINITY],
    ["mae", Number.POSITIVE_INFINITY],
    ["huber", Number.POSITIVE_INFINITY],
  ] as const)("is infinite where an output is: %s", (loss, wanted) => {
    expect(run(loss, { z: [[Number.NEGATIVE_INFINITY]], t: [[0]] }, "evaluate").loss).toBe(wanted);
  });
});
