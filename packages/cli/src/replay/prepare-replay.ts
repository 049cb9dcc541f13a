import { ENGINE, type FunctionsOf, isCode, type TrialSpec, trialId } from "@actbench/core/internal";
import { type CodeModule, loadCode, prepareEngine } from "@actbench/workers";
import type { FoundTrial } from "../runs/find-trial.js";
import { UsageError } from "../usage-error.js";
import { type FoundData, findData } from "./find-data.js";

/** What it takes to train a recorded trial again. */
export interface Replay {
  readonly spec: TrialSpec;
  readonly data: FoundData;
  /** The functions of activations that are code. */
  readonly functionsOf: FunctionsOf;
}

/**
 * Spec, data and code of a trial, checked to be those that were trained; `plugins` are looked through for its
 * code. Throws a `UsageError` where they cannot be had here.
 */
export async function prepareReplay(
  { run, planned, point, places }: Pick<FoundTrial, "run" | "planned" | "point" | "places">,
  plugins: readonly CodeModule[],
): Promise<Replay> {
  const spec: TrialSpec = { ...point.spec, seed: planned.seed };
  const name = `trial ${planned.id.slice(0, 8)} of ${run}`;
  if (spec.engine !== ENGINE)
    throw new UsageError(
      `${name} was planned for engine ${spec.engine}, this actbench has engine ${ENGINE}, whose numbers differ`,
      "replay it with the version of actbench in the run's study.lock.yaml",
    );
  if (trialId(spec) !== planned.id)
    throw new UsageError(
      `${name} has settings that give a different id, ${trialId(spec).slice(0, 8)}`,
      "the run's files were changed by hand, or come from a page that rounds: replay from the folder",
    );
  if (!prepareEngine().fma && spec.numerics === "fma")
    throw new UsageError(
      `${name} was trained with numerics fma, which this machine cannot do`,
      "replay it on a machine with fused multiply-add, or run the study with numerics=strict",
    );
  const data = await findData(name, spec.dataset, places);
  const missing = spec.model.activation
    .filter(isCode)
    .find(({ code }) => !plugins.some(({ hash }) => hash === code));
  if (missing !== undefined)
    throw new UsageError(
      `${name} ran the code of the activation ${missing.name}, SHA-256 ${missing.code.slice(0, 12)}…`,
      "give its plugin, unchanged, with --plugin",
    );
  return { spec, data, functionsOf: await loadCode(spec, plugins) };
}
