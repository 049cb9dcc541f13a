import { expect, it } from "vitest";
import { quickstartActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderReport } from "../page/render-report.js";
import { viewRun } from "../view/run-view.js";

const options = { activations: quickstartActivations.slice(0, 3), lrs: [0.1], faults: "none" } as const;
/** The section as a page has it. */
function rendered(run: ReturnType<typeof syntheticRun>): string {
  const [section = ""] =
    /<(?:section|li) id="gradients"[\s\S]*?(?=<\/section>|<li[ >]|<\/ul>)/.exec(
      renderReport({ runs: [run] }),
    ) ?? [];
  return section;
}

it("shows every layer's first and last means over seeds, the output layer without a rank", () => {
  const run = syntheticRun({ ...options, gradients: true });
  const html = rendered(run);
  const [point] = viewRun(run).ranked;
  const norms = point?.trials.map(({ curve }) => curve.at(-1)?.gradients?.[0]?.layers[2]?.gradient_norm ?? 0);
  const mean = (norms ?? []).reduce((sum, norm) => sum + norm, 0) / 3;
  expect(mean).toBeGreaterThan(0);
  const row = html
    .split("<tr>")
    .slice(1)
    .find((text) => text.includes(">output<"));
  // Not the whole page where this fails.
  expect(row?.slice(0, 400)).toContain(`→ ${Number(mean.toPrecision(3))}`);
  expect(row?.slice(0, 400)).toContain(
    '<td class="num">0.01 → 0.002<td class="num">8.2 → 9<td class="num">–<td class="num">3',
  );
  expect(html.match(/<b>gradient norm by epoch: [^<]+<\/b>/g)).toHaveLength(4);
  expect(html).toContain("2 configurations left out");
});

it("says what measures gradients where nothing did", () => {
  expect(rendered(syntheticRun(options))).toContain("measure: { gradients: true }");
});
