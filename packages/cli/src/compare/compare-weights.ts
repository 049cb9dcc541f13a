import type { CodeModule } from "@actbench/workers";
import type { Evaluation } from "../evaluate/evaluate-files.js";
import { evaluateFile } from "../evaluate/evaluate-files.js";
import { networkOfTrial } from "../evaluate/network-to-evaluate.js";
import type { RunsPlace } from "../runs/find-run.js";
import { findTrial } from "../runs/find-trial.js";
import { loadRun } from "../runs/load-runs.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";

/** Whether a word names a file of weights, not a run. */
export function isWeights(name: string): boolean {
  return /\.(npz|safetensors)$/i.test(name);
}

export interface WeightsBesideRun {
  readonly run: string;
  /** What is held against the run: all of it must be weights. */
  readonly files: readonly string[];
  /** The trial whose network they are of; the run's only one where absent. */
  readonly trial: string | undefined;
  readonly plugins: readonly CodeModule[];
}

/**
 * Measures weights as the network of a run's trial. Throws a `UsageError` where it is not clear which trial
 * is meant.
 */
export async function compareWeights(
  { run, files, trial, plugins }: WeightsBesideRun,
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<readonly Evaluation[]> {
  const other = files.find((name) => !isWeights(name));
  if (other !== undefined || isWeights(run))
    throw new UsageError(
      `weights are compared with one run, and ${other ?? run} was given too`,
      "actbench compare RUN FILE.npz … --trial TRIAL; runs with runs: actbench compare A B",
    );
  const { found } = await findTrial(trial ?? (await onlyTrial(run, place, terminal)), run, place, terminal);
  const network = await networkOfTrial(found, plugins);
  const evaluations: Evaluation[] = [];
  for (const file of files) evaluations.push(await evaluateFile(file, network, place.cwd));
  return evaluations;
}

async function onlyTrial(run: string, place: RunsPlace, terminal: Pick<Terminal, "note">): Promise<string> {
  const { plan } = (await loadRun(run, place, terminal)).study;
  const [only, ...more] = plan;
  if (only !== undefined && more.length === 0) return String(only.trial);
  throw new UsageError(
    `${run} has ${plan.length} trials, and weights belong to one network`,
    "name the trial: --trial N",
  );
}
