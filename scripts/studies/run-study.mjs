import { fileURLToPath } from "node:url";
import { loadStudy, run } from "../../packages/cli/dist/index.js";
import { writeCompactRecords, writeRecords } from "./records.mjs";
import { placedRecords, studyHead } from "./study-head.mjs";
import { needsOf } from "./tables/tables.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Trains what is missing of a study, in its quick form or whole, and writes its records; `timed`: with the
 * costs that a page shows beside the run.
 */
export async function runStudy(about, { form, timed }) {
  const { name, path, quick, tables, page } = about;
  const overrides = form === "quick" ? quick : [];
  const study = await loadStudy(path, { overrides, cwd: root });
  const began = performance.now();
  const { folder, records, summary, study: record } = await run(study, { out: `${root}results/studies` });
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${name}: ${records.length} of ${record.plan.length} trials, ${summary.counts.failed} failed, ${seconds.toFixed(1)} s`,
  );
  if (summary.ended !== "done") throw new Error(`${name} ended early: ${summary.ended}`);
  const collected = [];
  for (const { table, argument } of tables)
    if (table.collect !== undefined) collected.push(await table.collect({ about, study, folder, argument }));
  if (timed && page.collect !== undefined) collected.push(await page.collect({ about, form }));
  const head = Object.assign(studyHead({ about, form, overrides }, study, record), ...collected);
  const lines = placedRecords(record, records);
  if (page.compact) writeCompactRecords(name, head, lines);
  else writeRecords(name, head, lines, needsOf(tables));
}
