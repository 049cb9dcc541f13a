import type { Dataset, SpeedGroup, SpeedSubject, TrialSpec } from "@actbench/core/internal";
import type { CodeModule } from "../code/load-code.js";
import { prepareEngine } from "../prepare-engine.js";
import { sharedLists } from "../shared-lists.js";
import { OthersLoad } from "./others-load.js";
import type { RoundFigures } from "./speed-task.js";
import { SpeedThread } from "./speed-thread.js";

/** A network to be timed. */
export interface SpeedCandidate {
  readonly id: string;
  /** The activation's label. */
  readonly activation: string;
  readonly spec: TrialSpec;
}

/** Networks that differ in nothing but the activation. */
export interface SpeedCandidates {
  readonly network: string;
  /** The label of one of them. */
  readonly baseline: string;
  readonly candidates: readonly SpeedCandidate[];
}

export interface SpeedOptions {
  readonly datasets: readonly Dataset[];
  readonly code?: readonly CodeModule[];
  /** Rounds, every second one in the opposite order; an even number. */
  readonly rounds: number;
  /** Seconds of updates per network and round. */
  readonly seconds: number;
  /** Seconds of warming up at most, per network (2); a quarter of it per kernel. */
  readonly warmUpSeconds?: number;
  readonly signal?: AbortSignal;
  /** Called after each step, with the number done and the total. */
  readonly onProgress?: (done: number, of: number, what: string) => void;
}

/** A candidate with its thread and what was measured of it. */
interface Runner {
  readonly candidate: SpeedCandidate;
  readonly twin: boolean;
  readonly thread: SpeedThread;
  flat: boolean;
  readonly rounds: RoundFigures[];
}

/**
 * Times the networks of a group, one at a time, each in a separate thread, round after round in the order A B
 * … B A, so that a slow drift of the machine hits all alike. The baseline runs in two threads. When the
 * signal fires it ends immediately and returns the complete rounds, which may be none. Rejects with an
 * `ExecutorError` when a thread fails.
 */
export async function measureSpeedGroup(group: SpeedCandidates, options: SpeedOptions): Promise<SpeedGroup> {
  const { rounds, seconds, warmUpSeconds = 2, signal, onProgress } = options;
  const runners = start(group, options);
  const of = runners.length * (rounds + 1);
  const others: number[] = [];
  let done = 0;
  try {
    for (const runner of runners) {
      runner.flat = await runner.thread.warm(warmUpSeconds, signal);
      onProgress?.(++done, of, `${runner.candidate.activation}: warm`);
    }
    const load = new OthersLoad();
    for (let round = 0; round < rounds; round++) {
      for (const runner of round % 2 === 0 ? runners : runners.toReversed()) {
        runner.rounds.push(await runner.thread.round(seconds, signal));
        onProgress?.(++done, of, `round ${round + 1} of ${rounds}: ${runner.candidate.activation}`);
      }
      others.push(load.since());
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  } finally {
    await Promise.all(runners.map(({ thread }) => thread.close()));
  }
  const { network, baseline } = group;
  return { network, baseline, others, subjects: runners.map((runner) => subjectOf(runner, others.length)) };
}

function start({ baseline, candidates }: SpeedCandidates, { datasets, code = [] }: SpeedOptions): Runner[] {
  const { lanes } = prepareEngine();
  const runner = (candidate: SpeedCandidate, twin: boolean): Runner => {
    const { spec } = candidate;
    const dataset = datasets.find(({ hash }) => hash === spec.dataset.hash);
    if (dataset === undefined)
      throw new RangeError(`isolated timing was not given the data ${spec.dataset.name}`);
    const sparseRows = sharedLists(dataset);
    const own = sparseRows === undefined ? dataset : { ...dataset, sparseRows };
    const thread = new SpeedThread({ lanes, spec, dataset: own, code });
    return { candidate, twin, thread, flat: false, rounds: [] };
  };
  const first = candidates.find(({ activation }) => activation === baseline);
  if (first === undefined)
    throw new RangeError(`the baseline ${baseline} is not one of the networks to be timed`);
  const others = candidates.filter((candidate) => candidate !== first);
  // The two of the same stand at the ends, as far apart in time as any two.
  return [runner(first, false), ...others.map((other) => runner(other, false)), runner(first, true)];
}

/** The measurements of the first `whole` rounds, which all networks completed. */
function subjectOf({ candidate, twin, flat, rounds: all }: Runner, whole: number): SpeedSubject {
  const { id, activation } = candidate;
  const rounds = all.slice(0, whole);
  const forward = rounds.flatMap((round) => round.forward ?? []);
  const backward = rounds.flatMap((round) => round.backward ?? []);
  return {
    id,
    activation,
    twin,
    flat,
    step: rounds.map(({ step }) => step),
    ...(forward.length > 0 ? { forward, backward } : {}),
  };
}
