import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "../page/render-report.js";
import type { Run } from "../view/run.js";

const whole = syntheticRun({ faults: "none", lrs: [0.05, 0.1, 0.2, 0.8] });
const small = syntheticRun({ faults: "none" });

/** The section of each run of a page. */
function rendered(...runs: readonly Run[]): readonly string[] {
  return [
    ...renderReport({ runs }).matchAll(
      /<(section|li) id="(?:run-\d-)?conditions"[\s\S]*?(?=<\/section>|<li[ >]|<\/ul>)/g,
    ),
  ].map(([section]) => section);
}

it("draws mean ranks with what is not told apart, and a profile for each activation", () => {
  const [section = ""] = rendered(whole);
  expect(section).toContain("8 conditions");
  const dots = [...section.matchAll(/<circle class="mean" cx="([\d.]+)" cy="46" r/g)].map(([, x]) =>
    Number(x),
  );
  // Drawn for both widths.
  expect(dots).toHaveLength(14);
  const wide = dots.slice(0, 7);
  expect(wide).toEqual([...wide].sort((a, b) => a - b));
  expect(section.match(/class="joined"/g)?.length ?? 0).toBeGreaterThan(0);
  expect(section.match(/class="mean-line"/g)).toHaveLength(14);
});

it("is absent with its reason below six conditions, and takes the runs of a page together in the first", () => {
  expect(rendered(small)[0]).toContain("4 complete conditions");
  const [first = "", second = ""] = rendered(small, small);
  expect(first).toContain("8 conditions");
  expect(second).toContain("All runs of this page are taken together");
});
