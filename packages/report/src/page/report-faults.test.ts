import { describe, expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun } from "../data/extract-runs.js";
import type { Run } from "../view/run.js";
import { renderReport } from "./render-report.js";
import { verifyReport } from "./verify-report.js";

const page = (run: Run): string => renderReport({ runs: [run] });
const [plain] = hostileActivations;

/** Activations that differ in their label alone. */
function named(labels: readonly string[]) {
  if (plain === undefined) throw new Error("there is no activation to copy");
  return labels.map((label) => ({ ...plain, label }));
}

/** Whether each start tag of a kind is text that was written by the page: as many as without the names. */
const tags = (html: string, tag: string): number => html.split(`<${tag}`).length;

describe("a report survives", () => {
  it("100 activations", () => {
    const labels = Array.from({ length: 100 }, (_, i) => `activation ${i}`);
    const html = page(syntheticRun({ activations: named(labels), lrs: [0.1], inits: ["he_normal"] }));
    for (const label of labels) expect(html).toContain(label);
    expect(html).toContain("Shown are the 30 best by rank");
    expect(verifyReport(html)).not.toHaveProperty("difference");
  });

  it.each([
    ["</script>", "</script><script>alert(1)</script>"],
    ["quotes", `"'\`"><img src=x onerror=alert(1)>`],
    ["right-to-left text", "\u202eתוצאה\u202c العربية"],
    ["emoji", "🧪👩‍🔬🇪🇺"],
    ["5,000 characters", "x".repeat(5000)],
  ])("names with %s", (_, label) => {
    const options = { lrs: [0.1], inits: ["he_normal"] as const, seeds: 2 };
    const html = page(syntheticRun({ ...options, activations: named([label, "b"]), name: label }));
    const calm = page(syntheticRun({ ...options, activations: named(["a", "b"]), name: "calm" }));
    for (const tag of ["script", "img", "style", "iframe"]) expect(tags(html, tag)).toBe(tags(calm, tag));
    const back = extractRun(html);
    expect(back.study.name).toBe(label);
    expect(page(back)).toBe(html);
  });

  it("failed and missing trials in every chart", () => {
    const { study, records } = syntheticRun({ seeds: 2 });
    // Every second trial of the plan has no record; of those left every third failed.
    const some = records
      .filter((_, i) => i % 2 === 0)
      .map((record, i) =>
        i % 3 === 0
          ? {
              status: "failed" as const,
              id: record.id,
              curve: [],
              error: { code: "worker_lost", message: "the thread died" },
            }
          : record,
      );
    const html = page({ study, records: some });
    expect(html).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)[^"]*"/);
    expect(html).toContain("worker_lost: the thread died");
    expect(html.replace(/<(style|script)[\s\S]*?<\/\1>/g, "")).toMatch(/\d+ not run/);
    expect(verifyReport(html)).not.toHaveProperty("difference");
  });
});
