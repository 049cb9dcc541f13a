import {
  type FirstDifference,
  firstDifference,
  type TrialRecord,
  TrialStates,
} from "@actbench/core/internal";
import type { CodeModule } from "@actbench/workers";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { oneLine } from "../terminal/own-codes.js";
import { UsageError } from "../usage-error.js";
import { type Agreement, compareOutcomes } from "./compare-outcomes.js";
import type { Counterpart } from "./counterpart.js";
import { differenceText } from "./difference-text.js";
import { prepareReplay, type Replay } from "./prepare-replay.js";
import { specDifferences } from "./spec-differences.js";
import { traceStates } from "./trace.js";
import { outcomeOf, trainAgain } from "./train-again.js";

/** A trial held against another record, trial or trace. */
export interface AgainstReplay {
  readonly same: boolean;
  /** What the two are and where they part, as lines. */
  readonly text: string;
  /** Where both could be stepped through. */
  readonly first?: FirstDifference;
  /** Where the other is a record of this same trial. */
  readonly agreement?: Agreement;
  readonly code: ExitCode;
}

/**
 * Trains a trial again and finds where it parts from a counterpart. Another trial is trained as well, a trace
 * is looked up: then the first update and its tensors are found. A record of the same trial tells the epoch
 * alone.
 */
export async function replayAgainst(
  replay: Replay,
  trial: FoundTrial,
  { counterpart, plugins }: { readonly counterpart: Counterpart; readonly plugins: readonly CodeModule[] },
): Promise<AgainstReplay> {
  if (counterpart.kind === "trace") {
    const { trace } = counterpart;
    const other = trace.trial === trial.planned.id ? [] : [`the trace is of trial ${trace.trial}`];
    return stepped(firstDifference(statesOf(replay), traceStates(trace)), other);
  }
  const { found } = counterpart;
  if (found.planned.id === trial.planned.id) return againstRecord(replay, found);
  const other = await prepareReplay(found, plugins);
  const settings = specDifferences(replay.spec, other.spec).map((line) => `  ${oneLine(line)}`);
  return stepped(firstDifference(statesOf(replay), statesOf(other)), [
    `against trial ${found.planned.trial} of ${found.run}: ${oneLine(found.point.label)}, seed ${found.planned.seed}`,
    "settings that differ:",
    ...settings,
  ]);
}

function statesOf({ spec, data, functionsOf }: Replay): TrialStates {
  return new TrialStates(spec, data, functionsOf);
}

function stepped(first: FirstDifference | undefined, head: readonly string[]): AgainstReplay {
  if (first === undefined)
    return { same: true, text: [...head, "same: every bit of every tensor"].join("\n"), code: EXIT.ok };
  return { same: false, text: [...head, differenceText(first)].join("\n"), first, code: EXIT.verdict };
}

function againstRecord(replay: Replay, { run, record }: FoundTrial): AgainstReplay {
  const recorded = outcomeOf(recordOf(record, run));
  const agreement = compareOutcomes(
    recorded,
    trainAgain(replay, record, () => {}),
  );
  if (agreement.difference === undefined)
    return { same: true, agreement, text: `same as recorded in ${run}, to the bit`, code: EXIT.ok };
  const text = [
    `differs from what ${run} recorded: ${agreement.difference}`,
    "A record resolves only epochs. To find the step and the tensor, on the machine that made it:",
    "  actbench replay TRIAL --trace FILE",
    "and here: actbench replay TRIAL --against FILE",
  ].join("\n");
  return { same: false, agreement, text, code: EXIT.verdict };
}

function recordOf(record: TrialRecord | undefined, run: string): TrialRecord {
  if (record !== undefined) return record;
  throw new UsageError(`${run} has not trained this trial yet`, "actbench run continues an interrupted run");
}
