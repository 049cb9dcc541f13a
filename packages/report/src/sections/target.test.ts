import { expect, it } from "vitest";
import { quickstartActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "../page/render-report.js";

const run = syntheticRun({ activations: quickstartActivations.slice(0, 2), lrs: [0.1], faults: "none" });

/** The section as a page has it, of a study with that target. */
function section(target_accuracy?: number): string {
  const { target_accuracy: _, ...stats } = run.study.stats;
  const study = {
    ...run.study,
    stats: target_accuracy === undefined ? stats : { ...stats, target_accuracy },
  };
  const page = renderReport({ runs: [{ ...run, study }] });
  return /<(?:section|li) id="target"[\s\S]*?(?=<\/section>|<li[ >]|<\/ul>)/.exec(page)?.[0] ?? "";
}

it("tells of each point how many trials came so far, and how soon", () => {
  const easy = section(0.5);
  // Every trial of the made-up study learns in its first epoch of 313 updates.
  expect(easy.match(/3 of 3<td class="num">1<td class="num">313<td class="num">0\.1\d+ s/g)).toHaveLength(4);
  expect(section(0.999).match(/0 of 3<td class="num">–<td class="num">–<td class="num">–/g)).toHaveLength(4);
});

it("says how a study names its target", () => {
  expect(section()).toContain("stats: { target_accuracy: 0.95 }");
});
