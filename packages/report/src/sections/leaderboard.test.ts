import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "../page/render-report.js";

it("prints the test set's own sampling error once, which no interval over seeds covers", () => {
  const page = renderReport({ runs: [syntheticRun({ faults: "none" })] });
  const [board = ""] = /<section id="leaderboard"[\s\S]*?<\/section>/.exec(page) ?? [];
  const [, error, accuracy] =
    /sampling error \(one standard error\) is ± ([\d.]+) pp at an accuracy of ([\d.]+) % on 10,000 examples/.exec(
      board,
    ) ?? [];
  const p = Number(accuracy) / 100;
  expect(Number(error)).toBeCloseTo(100 * Math.sqrt((p * (1 - p)) / 10_000), 2);
  expect(page.match(/sampling error \(one/g)).toHaveLength(1);
});
