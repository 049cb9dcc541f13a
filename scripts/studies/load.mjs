import { VERSION } from "../../packages/cli/dist/version.js";
import { catalog } from "../../packages/core/dist/index.js";
import { datasetCatalog } from "../../packages/datasets/dist/index.js";
import { loadSweep } from "../../packages/sweep/dist/index.js";

/**
 * The study of a head line as reports take it, planned anew from its sweep file: no data is loaded, its facts are in
 * the head. Throws where records belong to no line of the plan: the file changed after the study was run.
 */
export function studyOf({ path, text, name }, { head, records }) {
  const sweep = loadSweep({
    text,
    file: path,
    overrides: head.overrides,
    catalogs: {
      activations: catalog,
      datasets: head.data,
      datasetNames: datasetCatalog.map((entry) => entry.name),
      fma: head.numerics === "fma",
    },
  });
  const planned = new Set(sweep.plan.map(({ id }) => id));
  const strays = records.filter(({ id }) => !planned.has(id));
  if (strays.length > 0)
    throw new Error(
      `${path}: ${strays.length} of ${records.length} records in docs/studies/${name}.jsonl belong to no trial of it; run pnpm studies -- ${name}`,
    );
  return {
    format: 1,
    ...sweep,
    revision: 1,
    created: "",
    version: VERSION,
    data: [],
    machine: head.machine,
    workers: 1,
  };
}
