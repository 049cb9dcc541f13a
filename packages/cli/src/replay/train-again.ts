import {
  type EpochRecord,
  type FilledTensor,
  lastEpoch,
  type Paused,
  runTrial,
  type TrialHost,
  type TrialOptions,
  type TrialRecord,
  trainNetwork,
} from "@actbench/core/internal";
import { clock } from "../machine/clock.js";
import type { Replay } from "./prepare-replay.js";

/** How a trial went this time: what a record says of it, without the machine's side. */
export interface Outcome {
  readonly status: TrialRecord["status"];
  /** Of the last finite weights; absent where training did not get that far. */
  readonly digest?: string;
  /** The update that diverged. */
  readonly step?: number;
  readonly error?: string;
  readonly curve: readonly EpochRecord[];
}

/**
 * Trains a trial again in this thread, as far as its record goes: a pruned one to where it was pruned. An
 * error of the trial is an outcome.
 */
export function trainAgain(
  replay: Replay,
  recorded: TrialRecord | undefined,
  onEpoch: (epoch: EpochRecord) => void,
): Outcome {
  const { spec, data } = replay;
  try {
    return resultOutcome(runTrial(spec, data, hostOf(replay, onEpoch), endOf(recorded)));
  } catch (error) {
    return failure(error);
  }
}

/** `trainAgain`, with the network that it leaves; without tensors where the trial failed. */
export function trainNetworkAgain(
  replay: Replay,
  recorded: TrialRecord,
  onEpoch: (epoch: EpochRecord) => void,
): { readonly outcome: Outcome; readonly tensors: readonly FilledTensor[] } {
  const { spec, data } = replay;
  try {
    const { result, tensors } = trainNetwork(spec, data, hostOf(replay, onEpoch), endOf(recorded));
    return { outcome: resultOutcome(result), tensors };
  } catch (error) {
    return { outcome: failure(error), tensors: [] };
  }
}

function hostOf({ functionsOf }: Replay, onEpoch: (epoch: EpochRecord) => void): TrialHost {
  return {
    now: clock,
    functionsOf,
    onEvent: (event) => {
      if (event.type === "epoch") onEpoch(event.epoch);
    },
  };
}

function endOf(recorded: TrialRecord | undefined): TrialOptions {
  const until = recorded?.status === "pruned" ? lastEpoch(recorded)?.step : undefined;
  return until === undefined ? {} : { until };
}

function resultOutcome(result: TrialRecord | Paused): Outcome {
  if (result.status !== "paused") return outcomeOf(result);
  const { curve } = result.checkpoint;
  const digest = curve.at(-1)?.digest;
  return { status: "pruned", curve, ...(digest === undefined ? {} : { digest }) };
}

function failure(error: unknown): Outcome {
  if (!(error instanceof Error)) throw error;
  return { status: "failed", error: error.message, curve: [] };
}

/** A record as an outcome. */
export function outcomeOf(record: TrialRecord): Outcome {
  const { status, curve } = record;
  switch (record.status) {
    case "completed":
    case "pruned":
      return { status, curve, digest: record.digest };
    case "diverged":
      return { status, curve, digest: record.digest, step: record.step };
    case "failed":
      return { status, curve, error: record.error.message };
    case "timed_out":
    case "out_of_memory":
      return { status, curve };
    default:
      return record satisfies never;
  }
}
