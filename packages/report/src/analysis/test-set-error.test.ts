import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { viewRun } from "../view/run-view.js";
import { testSetError } from "./test-set-error.js";

const small = viewRun(syntheticRun({ faults: "none" }));

it("knows the test set's own error, once", () => {
  const error = testSetError(small);
  expect(error?.examples).toBe(10_000);
  expect(error?.error).toBeCloseTo(
    Math.sqrt(((error?.accuracy ?? 0) * (1 - (error?.accuracy ?? 0))) / 10_000),
    12,
  );
});
