import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickstartActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { ReportDataError } from "../data/report-data-error.js";
import { renderReport } from "./render-report.js";
import { verifyReport } from "./verify-report.js";

const small = { activations: quickstartActivations.slice(0, 3), lrs: [0.1] };
const page = renderReport({ runs: [syntheticRun({ ...small, seeds: 2 })] });

/** Whether a page passes: it does not when its data is refused. */
function passes(text: string): boolean {
  try {
    return verifyReport(text).difference === undefined;
  } catch (error) {
    if (error instanceof ReportDataError) return false;
    throw error;
  }
}

describe("verifyReport", () => {
  it("finds a page to be what its data gives, one run or two", () => {
    expect(verifyReport(page)).not.toHaveProperty("difference");
    const runs = [syntheticRun({ ...small, name: "a" }), syntheticRun({ ...small, seeds: 1 })];
    expect(verifyReport(renderReport({ runs })).runs.map(({ study }) => study.name)).toEqual([
      "a",
      "quickstart",
    ]);
  });

  it("names the line of a number that was changed by hand", () => {
    const changed = page.replace(/(<td class="num">)9(\d\.\d\d %)/, "$18$2");
    const { difference } = verifyReport(changed);
    expect(difference?.found).toContain("8");
    expect(changed.split("\n")[(difference?.line ?? 0) - 1]).toContain(difference?.found);
    expect(page).toContain(difference?.expected);
  });

  it("fails when any one number of the page is changed", () => {
    const numbers = Array.from(page.matchAll(/\d+/g), ({ index, 0: digits }) => [index, digits] as const);
    expect(numbers.length).toBeGreaterThan(2000);
    fc.assert(
      fc.property(
        fc.nat(numbers.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (which, place, step) => {
          const [index, digits] = numbers[which] ?? [0, "0"];
          const at = index + (place % digits.length);
          const digit = (Number(page[at]) + step) % 10;
          expect(passes(`${page.slice(0, at)}${digit}${page.slice(at + 1)}`)).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("fails when a trial's row is taken away, doubled or moved", () => {
    const [row = ""] = /<tr id=trial-5 .*\n/.exec(page) ?? [];
    for (const change of ["", row + row]) expect(passes(page.replace(row, change))).toBe(false);
    expect(passes(page.replace(row, "").replace(/(?=<tr id=trial-2 )/, row))).toBe(false);
  });
});
