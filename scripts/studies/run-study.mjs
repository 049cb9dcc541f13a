import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadStudy, run } from "../../packages/cli/dist/index.js";
import { factsOf } from "../../packages/datasets/dist/index.js";
import { configDigest } from "./config-digest.mjs";
import { writeRecords } from "./records.mjs";
import { needsOf } from "./tables/tables.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Trains what is missing of a study, in its quick form or whole, and writes its records. */
export async function runStudy(about, form) {
  const { name, path, text, quick, tables } = about;
  const overrides = form === "quick" ? quick : [];
  const study = await loadStudy(path, { overrides, cwd: root });
  const { sweep } = study;
  const began = performance.now();
  const { folder, records, summary, study: record } = await run(study, { out: `${root}results/studies` });
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${name}: ${records.length} of ${sweep.plan.length} trials, ${summary.counts.failed} failed, ${seconds.toFixed(1)} s`,
  );
  if (summary.ended !== "done") throw new Error(`${name} ended early: ${summary.ended}`);
  const { cpu, node } = record.machine;
  const { version } = JSON.parse(readFileSync(`${root}packages/cli/package.json`, "utf8"));
  const collected = [];
  for (const { table, argument } of tables)
    if (table.collect !== undefined) collected.push(await table.collect({ about, study, folder, argument }));
  const head = {
    study: name,
    form,
    overrides,
    config: configDigest(text, overrides),
    version,
    engine: sweep.points[0].spec.engine,
    numerics: sweep.points[0].spec.numerics,
    machine: { cpu, node },
    data: study.datasets.map(factsOf),
    cards: record.data.map(({ samples: _, ...card }) => card),
    ...Object.assign({}, ...collected),
    points: sweep.points.map(({ label }) => label),
  };
  const planned = new Map(sweep.plan.map((trial) => [trial.id, trial]));
  const lines = records.map(({ id, ...rest }) => {
    const { point, seed } = planned.get(id);
    return { point, seed, ...rest };
  });
  writeRecords(name, head, lines, needsOf(tables));
}
