import { expect, it } from "vitest";
import { quickstartActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "../page/render-report.js";

const section = (lrs: readonly number[]): string => {
  const run = syntheticRun({ lrs, activations: quickstartActivations.slice(0, 2), inits: ["he_normal"] });
  return /<section id="learning-rate"[\s\S]*?<\/section>/.exec(renderReport({ runs: [run] }))?.[0] ?? "";
};

it("says the range of good rates of each activation in decades, with n", () => {
  const text = section([0.01, 0.1, 1]);
  expect(text).toMatch(
    /<th scope="row"><bdi>relu<\/bdi><td class="num">[\d.]+ to [\d.]+<td class="num">[\d.]+ \[/,
  );
  expect(text).toMatch(/n = 3<td class="num">\d/);
});

it("says why there is none", () => {
  expect(section([0.1, 0.8])).toContain("Not shown: a range needs 3 learning rates at least.");
});
