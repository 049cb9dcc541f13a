import {
  type EpochRecord,
  type FilledTensor,
  inputScaling,
  keptBytes,
  keptTensors,
  lastEpoch,
} from "@actbench/core/internal";
import type { PortableModel } from "@actbench/core/portable";
import { readWeights } from "@actbench/sweep";
import type { CodeModule } from "@actbench/workers";
import { compareOutcomes } from "../replay/compare-outcomes.js";
import { prepareReplay, type Replay } from "../replay/prepare-replay.js";
import { outcomeOf, trainNetworkAgain } from "../replay/train-again.js";
import { isPage } from "../runs/find-run.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { UsageError } from "../usage-error.js";

/** A trial trained again, bit for bit as recorded. */
export interface TrainedModel {
  readonly model: PortableModel;
  readonly digest: string;
  readonly last: EpochRecord;
  /** Whether its weights were kept, and nothing was trained. */
  readonly isKept: boolean;
}

/**
 * Reads the weights that a run kept of a trial, or trains it again. Throws a `UsageError` where its record
 * holds no trained network, and gives what differs where the training does not repeat the record.
 */
export async function trainForFile(
  found: FoundTrial,
  plugins: readonly CodeModule[],
  onEpoch: (epoch: EpochRecord) => void,
): Promise<TrainedModel | { readonly difference: string }> {
  const record = trainedRecord(found);
  const last = lastEpoch(record);
  if (last === undefined) return { difference: "the record holds no epoch" };
  const replay = await prepareReplay(found, plugins);
  const kept = keptNetwork(found, replay, record.digest);
  const { outcome, tensors } =
    kept === undefined
      ? trainNetworkAgain(replay, record, onEpoch)
      : { outcome: outcomeOf(record), tensors: kept };
  const { difference } = compareOutcomes(outcomeOf(record), outcome);
  if (difference !== undefined) return { difference };
  const { spec, data } = replay;
  const { inputs, kind, classes, targets, about } = data;
  const classNames = about?.classNames;
  const named = classNames === undefined ? {} : { classNames };
  const numbers =
    targets === undefined
      ? {}
      : { targets: { names: targets.names, offset: targets.offset, scale: targets.scale } };
  const scaling = inputScaling(spec, data);
  const model = { spec, inputs, kind, classes, scaling, tensors, ...named, ...numbers };
  return { model, digest: record.digest, last, isKept: kept !== undefined };
}

/** The network whose weights the run kept; undefined where it kept none, or not those of the digest. */
function keptNetwork(
  { planned, places }: FoundTrial,
  { spec, data }: Replay,
  digest: string,
): readonly FilledTensor[] | undefined {
  if (spec.measure.weights === undefined || isPage(places.path)) return undefined;
  const bytes = readWeights(places.path, planned.id, keptBytes(spec, data));
  return bytes && keptTensors(spec, data, { bytes, digest });
}

function trainedRecord({ record, planned, run }: FoundTrial) {
  const name = `trial ${planned.trial} of ${run}`;
  if (record === undefined)
    throw new UsageError(`${name} has not been trained`, "actbench run continues an interrupted run");
  if (record.status === "completed" || record.status === "pruned") return record;
  const why = record.status === "diverged" ? `diverged at step ${record.step}` : record.status;
  throw new UsageError(
    `${name} left no trained network: ${why}`,
    "choose a completed trial; actbench show names a trial's status",
  );
}

/** Numbers in all tensors. */
export function countNumbers(tensors: readonly FilledTensor[]): number {
  return tensors.reduce((sum, { values }) => sum + values.length, 0);
}
