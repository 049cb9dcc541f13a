import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "./render-report.js";

it("writes 10,000 trials of 10 epochs in under three seconds", () => {
  const run = syntheticRun({
    lrs: Array.from({ length: 72 }, (_, i) => (i + 1) / 100),
    seeds: 10,
    epochs: 10,
  });
  const start = performance.now();
  const page = renderReport({ runs: [run] });
  expect(performance.now() - start).toBeLessThan(3000);
  // 2.2 kB a trial, most of it curves; the limit is what a browser opens without complaint.
  expect(page.length).toBeLessThan(25e6);
});
