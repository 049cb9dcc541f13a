import {
  ENGINE,
  estimateTrialBytes,
  type FunctionsOf,
  isCode,
  MAX_TRIAL_BYTES,
  type MeasureSpec,
  type NetworkTensor,
  networkTensors,
  type PointSpec,
  ShapeError,
  type TrialRecord,
  type TrialSpec,
  taskOf,
  trialSpecShape,
} from "@actbench/core/internal";
import { factsOf, listDatasets, loadDataset } from "@actbench/datasets";
import { type CodeModule, loadCode, prepareEngine } from "@actbench/workers";
import { type FoundData, findData } from "../replay/find-data.js";
import type { FoundTrial } from "../runs/find-trial.js";
import type { Study } from "../study/load-study.js";
import { UsageError } from "../usage-error.js";
import { countOf, type FoundTensor, type WeightsFile } from "../weights/weights-file.js";

/** A network and the data that weights are evaluated on. */
export interface NetworkToEvaluate {
  readonly spec: TrialSpec;
  readonly data: FoundData;
  readonly functionsOf: FunctionsOf;
  readonly tensors: readonly NetworkTensor[];
  /** What readers call it, for example `trial 3 of quickstart-1a2b3c4d`. */
  readonly title: string;
  /** The record of the trial that it is the network of. */
  readonly record?: TrialRecord;
}

/** The network of a trial of a run. */
export async function networkOfTrial(
  found: FoundTrial,
  plugins: readonly CodeModule[],
): Promise<NetworkToEvaluate> {
  const { point, planned, run, places, record } = found;
  const title = `trial ${planned.trial} of ${run}`;
  const data = await findData(title, point.spec.dataset, places);
  const network = await ready({ ...point.spec, seed: planned.seed }, data, title, plugins);
  return record === undefined ? network : { ...network, record };
}

/** The network of a sweep's point: its only one, or the one asked for. */
export async function networkOfSweep(
  { sweep, datasets, code }: Pick<Study, "sweep" | "datasets" | "code">,
  config: string,
  asked: number | undefined,
): Promise<NetworkToEvaluate> {
  const { points } = sweep;
  if (asked === undefined && points.length > 1)
    throw new UsageError(
      `${config} has ${points.length} configurations, and weights belong to one network`,
      `choose one with --point N, from 0 to ${points.length - 1}; actbench plan ${config} --list numbers them`,
    );
  const point = points[asked ?? 0];
  if (point === undefined)
    throw new UsageError(`${config} has no point ${asked}`, `it has points 0 to ${points.length - 1}`);
  const data = datasets.find(({ hash }) => hash === point.spec.dataset.hash);
  if (data === undefined) throw new Error(`the data of ${config} was not loaded`);
  const [seed = 0] = sweep.seeds;
  return ready({ ...point.spec, seed }, data, `point ${point.point} of ${config}`, code);
}

/** The network that a file written by `actbench model` describes. */
export async function networkOfMetadata(
  { name: file, metadata, tensors }: Pick<WeightsFile, "name" | "metadata" | "tensors">,
  plugins: readonly CodeModule[],
): Promise<NetworkToEvaluate> {
  const text = metadata?.spec;
  if (text === undefined)
    throw new UsageError(
      `${file} does not describe its network`,
      "name it: --config SWEEP.yaml, or --trial TRIAL",
    );
  const spec = parsedSpec(file, text);
  const { name, hash } = spec.dataset;
  if (!(await listDatasets()).some((listed) => listed.name === name))
    throw new UsageError(
      `${file} is of a network trained on ${name}, which is neither in the catalog nor fetched nor imported here`,
      "use a run that has the data: --trial TRIAL",
    );
  const data = await loadDataset(name);
  if (data.hash !== hash)
    throw new UsageError(
      `${file} is of a network trained on other data: ${name} was ${hash.slice(0, 12)}…, here it is ${data.hash.slice(0, 12)}…`,
      `restore the data of ${name}, or name another: --config SWEEP.yaml`,
    );
  const [described, held] = [countWeights(spec, data), countNumbers(tensors)];
  if (described > held)
    throw new UsageError(
      `${file} describes a network of ${described} weights and holds ${held} numbers`,
      "name the network: --config SWEEP.yaml, or --trial TRIAL",
    );
  return ready(spec, data, `the network that ${file} describes`, plugins);
}

/** Weights without biases, from widths alone: a file may claim a network that no memory holds. */
function countWeights({ model, train }: TrialSpec, data: FoundData): number {
  const widths = [...model.hidden, taskOf(train).outputs(data)];
  return widths.reduce((sum, width, layer) => {
    const pieces = model.activation[layer]?.inputs ?? 1;
    return sum + (layer === 0 ? data.inputs : (widths[layer - 1] ?? 0)) * width * pieces;
  }, 0);
}

const countNumbers = (tensors: readonly FoundTensor[]): number =>
  tensors.reduce((sum, { shape }) => sum + countOf(shape), 0);

function parsedSpec(file: string, text: string): TrialSpec {
  try {
    return trialSpecShape(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof ShapeError || error instanceof SyntaxError)) throw error;
    throw new UsageError(
      `${file} describes its network in a way that cannot be read: ${error.message}`,
      "name the network: --config SWEEP.yaml, or --trial TRIAL",
    );
  }
}

async function ready(
  trained: TrialSpec,
  data: FoundData,
  title: string,
  plugins: readonly CodeModule[],
): Promise<NetworkToEvaluate> {
  const spec = evaluationSpec(trained);
  const bytes = estimateTrialBytes(spec, factsOf(data));
  if (bytes > MAX_TRIAL_BYTES)
    throw new UsageError(
      `${title} would take ${bytes} bytes of memory; at most ${MAX_TRIAL_BYTES} can be had`,
      "evaluate a smaller network",
    );
  const code = spec.model.activation.filter(isCode);
  const missing = code.find((own) => !plugins.some(({ hash }) => hash === own.code));
  if (missing !== undefined)
    throw new UsageError(
      `${title} runs the code of the activation ${missing.name}, SHA-256 ${missing.code.slice(0, 12)}…`,
      "give its plugin, unchanged, with --plugin",
    );
  const functionsOf = await loadCode(spec, plugins);
  return { spec, data, functionsOf, tensors: networkTensors(spec, data), title };
}

/** The same network and data, measured whole, in arithmetic that is to be had here. */
function evaluationSpec(spec: TrialSpec): TrialSpec {
  const { scores, probe } = spec.measure;
  const measure: MeasureSpec = {
    dead_units: true,
    every: "end",
    probe,
    ...(scores === undefined ? {} : { scores }),
  };
  const numerics: PointSpec["numerics"] = prepareEngine().fma ? spec.numerics : "strict";
  // One update stands for a training: without one, the end would be the start.
  const train = { ...spec.train, steps: 1 };
  return { ...spec, engine: ENGINE, numerics, measure, train };
}
