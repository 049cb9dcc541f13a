import {
  type Dataset,
  type Executor,
  fmaAvailable,
  type Numerics,
  runTrial,
  type TrialEvent,
  type TrialOutcome,
  type TrialRunOptions,
  type TrialSpec,
} from "../internal.js";
import { contractData, contractSpec, ENDLESS } from "./contract-trials.js";

/** An executor under test, with what its checks share. */
export class ContractBench {
  readonly data: Dataset = contractData();
  readonly #open: (datasets: readonly Dataset[]) => Executor | Promise<Executor>;
  #executor: Promise<Executor> | undefined;

  constructor(open: (datasets: readonly Dataset[]) => Executor | Promise<Executor>) {
    this.#open = open;
  }

  /** The one that most checks use, opened when the first asks for it. */
  get executor(): Promise<Executor> {
    this.#executor ??= this.another();
    return this.#executor;
  }

  /** One more, which the check closes. */
  async another(): Promise<Executor> {
    return this.#open([this.data]);
  }

  async close(): Promise<void> {
    await (await this.#executor)?.close();
  }

  spec(seed = 0, numerics: Numerics = "strict"): TrialSpec {
    return contractSpec(this.data, seed, {}, numerics);
  }

  /** A trial that ends when it is ended. */
  endless(seed = 0): TrialSpec {
    return contractSpec(this.data, seed, ENDLESS);
  }

  /** What `runTrial` gives for a spec, here. */
  reference(spec: TrialSpec): TrialOutcome {
    return runTrial(spec, this.data, { now: () => 0 });
  }

  /** The profiles of an executor that this thread can compute too. */
  profilesOf({ numerics }: Executor): readonly Numerics[] {
    return numerics.filter((profile) => profile === "strict" || fmaAvailable());
  }
}

/** A run of a trial whose events are kept. */
export interface Watched {
  readonly events: readonly TrialEvent[];
  readonly outcome: Promise<TrialOutcome>;
  /** Resolves with the trial's first epoch, so that it runs now. */
  readonly running: Promise<void>;
}

/** Starts a trial and keeps its events. */
export function watch(executor: Executor, spec: TrialSpec, options: TrialRunOptions = {}): Watched {
  const events: TrialEvent[] = [];
  let onEpoch = (): void => {};
  const running = new Promise<void>((resolve) => {
    onEpoch = resolve;
  });
  const onEvent = (event: TrialEvent): void => {
    events.push(event);
    if (event.type === "epoch") onEpoch();
    options.onEvent?.(event);
  };
  const outcome = executor.run(spec, { ...options, onEvent });
  // A check may look at it later than it rejects, and Node ends a process in which a rejection is not
  // handled; the promise that is given back still rejects.
  outcome.catch(() => undefined);
  return { events, outcome, running };
}

/** An outcome without what may differ from run to run: times. */
export function timeless(outcome: unknown): unknown {
  return JSON.parse(
    JSON.stringify(outcome, (key, value: unknown) =>
      key === "timing" || key === "train_s" || key === "cpu_s" || key === "peak_bytes" ? undefined : value,
    ),
  );
}
