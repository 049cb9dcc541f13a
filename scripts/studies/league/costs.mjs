import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { loadStudy, run } from "../../../packages/cli/dist/index.js";
import { formatFloor, speedDoubts, viewSpeed } from "../../../packages/report/dist/index.js";
import { readRun } from "../../../packages/sweep/dist/index.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every network has a thread of its own, which lives through all rounds. */
const TOGETHER = 40;

/**
 * The time of an update by activation over that of the baseline, by isolated timing: the study's network on
 * its first dataset, in runs of a few dozen activations and the baseline, which train almost nothing. What
 * has been timed is not timed again.
 */
export async function leagueCosts({ text, name }) {
  const asked = parse(text);
  const { baseline, dataset, train, parameters } = asked;
  const entries = parameters.activation.filter((entry) => entry !== baseline.activation);
  const [first = dataset.name] = [parameters["dataset.name"] ?? []].flat();
  const costs = { steps: {} };
  for (let from = 0; from < entries.length; from += TOGETHER) {
    const { speed } = await timed({
      version: 1,
      name: `${name}-cost`,
      ...only(asked, ["activations", "plugins", "model"]),
      dataset: {
        ...only(dataset, ["normalize", "scale", "shift"]),
        name: first,
        train: 2 * train.batch_size,
        test: 100,
      },
      train: { ...only(train, ["batch_size", "optimizer", "momentum", "loss", "clip_norm"]), epochs: 1 },
      parameters: { activation: [baseline.activation, ...entries.slice(from, from + TOGETHER)] },
      baseline,
      seeds: 1,
      measure: { speed: true },
    });
    for (const group of speed?.groups ?? []) addCosts(costs, viewSpeed(group, 0.95));
  }
  return costs;
}

async function timed(asked) {
  const study = await loadStudy(asked, { cwd: root });
  const { folder } = await run(study, { out: `${root}results/studies` });
  return readRun(folder);
}

function addCosts(costs, view) {
  costs.network ??= view.network;
  costs.baseline ??= view.baseline;
  costs.floor ??= formatFloor(view);
  costs.doubts ||= speedDoubts({ ...view, lines: [] });
  for (const { activation, figures } of view.lines) {
    const { p50_ns, ratio, ratioInterval } = figures.step ?? {};
    if (p50_ns !== undefined)
      costs.steps[activation] ??= [p50_ns, ratio, ratioInterval.low, ratioInterval.high];
  }
}

function only(settings, names) {
  return Object.fromEntries(
    names.flatMap((one) => (settings[one] === undefined ? [] : [[one, settings[one]]])),
  );
}
