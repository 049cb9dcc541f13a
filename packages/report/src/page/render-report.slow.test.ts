import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "./render-report.js";

it("10,000 trials of 10 epochs are written in under three seconds and six megabytes", () => {
  const run = syntheticRun({
    lrs: Array.from({ length: 72 }, (_, i) => (i + 1) / 100),
    seeds: 10,
    epochs: 10,
  });
  expect(run.study.plan.length).toBeGreaterThan(10_000);
  const start = performance.now();
  const page = renderReport({ runs: [run] });
  expect(performance.now() - start).toBeLessThan(3000);
  expect(Buffer.byteLength(page)).toBeLessThan(6e6);
});
