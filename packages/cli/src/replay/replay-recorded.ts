import type { EpochRecord, TrialRecord } from "@actbench/core/internal";
import { EXIT, type ExitCode } from "../exit-code.js";
import { oneLine } from "../terminal/own-codes.js";
import { type Agreement, compareOutcomes } from "./compare-outcomes.js";
import type { Replay } from "./prepare-replay.js";
import { type Outcome, outcomeOf, trainAgain } from "./train-again.js";

/** A trial trained again, compared with its record. */
export interface RecordedReplay {
  readonly recorded: Outcome;
  readonly replayed: Outcome;
  /** Absent where the record holds no digest: a failure, a timeout, a lack of memory. */
  readonly agreement?: Agreement;
  readonly code: ExitCode;
}

/** Trains a trial again and compares it with its record. */
export function replayRecorded(
  replay: Replay,
  record: TrialRecord,
  onEpoch: (epoch: EpochRecord) => void,
): RecordedReplay {
  const recorded = outcomeOf(record);
  const replayed = trainAgain(replay, record, onEpoch);
  const failed = replayed.status === "failed";
  if (recorded.digest === undefined)
    return { recorded, replayed, code: failed ? EXIT.trialsFailed : EXIT.ok };
  const agreement = compareOutcomes(recorded, replayed);
  const verdict = agreement.same ? EXIT.ok : EXIT.verdict;
  return { recorded, replayed, agreement, code: failed ? EXIT.trialsFailed : verdict };
}

/** The comparison as lines for a reader. */
export function recordedText({ recorded, replayed, agreement }: RecordedReplay): string {
  const lines = [`recorded  ${words(recorded)}`, `replayed  ${words(replayed)}`];
  if (agreement === undefined) return [...lines, "the record holds no digest to compare with"].join("\n");
  const epochs = agreement.epochs > 0 ? `, and so do ${agreement.epochs} of its epochs` : "";
  const verdict =
    agreement.difference === undefined
      ? `same: every bit of the end agrees${epochs}`
      : `differs: ${agreement.difference}`;
  return [...lines, verdict].join("\n");
}

function words({ status, digest, step, error }: Outcome): string {
  const parts = [
    step === undefined ? status : `${status} at step ${step}`,
    ...(digest === undefined ? [] : [`digest ${digest}`]),
    ...(error === undefined ? [] : [error]),
  ];
  return oneLine(parts.join(", "));
}
