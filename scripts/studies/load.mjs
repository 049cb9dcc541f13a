import { VERSION } from "../../packages/cli/dist/version.js";
import { trialId } from "../../packages/core/dist/internal.js";
import { datasetCatalog } from "../../packages/datasets/dist/index.js";
import { loadSweep } from "../../packages/sweep/dist/index.js";
import { knownActivations } from "./activations.mjs";
import { configDigest } from "./config-digest.mjs";

/**
 * The run of a study as reports take it: planned again from its sweep file, with the records under their
 * trials' present ids. No data is loaded, its facts are in the head. Throws where the file says other points
 * than those that were run.
 */
export async function savedRun(about, { head, records }) {
  const { path, text, name } = about;
  if (configDigest(text, head.overrides) !== head.config)
    throw new Error(
      `${path} changed after docs/studies/${name}.jsonl was made; run pnpm studies -- ${name}${head.form === "quick" ? " --quick" : ""}`,
    );
  const sweep = loadSweep({
    text,
    file: path,
    overrides: head.overrides,
    catalogs: {
      activations: await knownActivations(about),
      datasets: head.data,
      datasetNames: datasetCatalog.map((entry) => entry.name),
      fma: head.numerics === "fma",
    },
  });
  const { plan, confirm } = withFinalists(sweep, head);
  const ids = new Map(plan.map(({ id, point, seed }) => [`${sweep.points[point].label} ${seed}`, id]));
  const found = records.flatMap(({ point, seed, ...record }) => {
    const id = ids.get(`${head.points[point]} ${seed}`);
    return id === undefined ? [] : [{ id, ...record }];
  });
  const study = {
    format: 1,
    ...sweep,
    plan,
    ...(confirm === undefined ? {} : { confirm }),
    revision: 1,
    created: "",
    version: VERSION,
    data: head.cards ?? [],
    machine: head.machine,
    workers: 1,
  };
  return { study, records: found, ...(head.speed === undefined ? {} : { speed: head.speed }) };
}

/** The plan with the trials of finalists on fresh seeds that the run came to. */
function withFinalists({ plan, points }, { confirm, points: labels }) {
  if (confirm === undefined) return { plan };
  const byLabel = new Map(points.map((point) => [point.label, point]));
  const chosen = confirm.points.map((point) => byLabel.get(labels[point]));
  const fresh = confirm.seeds.flatMap((seed) =>
    chosen.map(({ point, spec }) => ({ id: trialId({ ...spec, seed }), point, seed })),
  );
  const numbered = fresh.map((one, i) => ({ trial: plan.length + i + 1, ...one }));
  return {
    plan: [...plan, ...numbered],
    confirm: { seeds: confirm.seeds, points: chosen.map(({ point }) => point) },
  };
}
