import {
  type Checkpoint,
  canonicalJson,
  type EpochRecord,
  type Executor,
  epochMoment,
  isTrainingScored,
  type RetryableFailure,
  sha256Hex,
  stepsOf,
  stepsPerEpoch,
  type TrialOutcome,
  type TrialRecord,
  type TrialRunOptions,
  type TrialSpec,
  trialId,
} from "@actbench/core/internal";

/** What a trial comes to, decided by its spec alone. */
export function recordOf(spec: TrialSpec): TrialRecord {
  const id = trialId(spec);
  const curve = Array.from({ length: spec.train.epochs + 1 }, (_, epoch) => epochOf(spec, id, epoch));
  const ran = {
    id,
    curve,
    probe_n: spec.dataset.train,
    timing: { startup_s: 0, train_s: 1, evaluate_s: 1 },
    peak_bytes: 1,
  };
  const digest = curve.at(-1)?.digest ?? "";
  return spec.train.lr > 0.7 && spec.seed === 1
    ? { status: "diverged", ...ran, step: stepsOf(spec), digest }
    : { status: "completed", ...ran, digest };
}

function epochOf(spec: TrialSpec, id: string, epoch: number): EpochRecord {
  const share = Number.parseInt(sha256Hex(`${id} ${epoch}`).slice(0, 8), 16) / 2 ** 32;
  const score = { loss: 1 - share, accuracy: share };
  const units = spec.model.hidden.map((width) => ({
    units: width,
    dead: Math.min(epoch, width),
    inactive: Math.min(2, width),
    saturated: 0,
    zero_fraction: share,
  }));
  const step = epoch * stepsPerEpoch(spec);
  return {
    epoch,
    step,
    digest: sha256Hex(`${id} ${epoch}`).slice(0, 32),
    ...(isTrainingScored(spec, epochMoment(step, stepsOf(spec))) ? { train: score } : {}),
    ...(spec.dataset.validation > 0 ? { validation: score } : {}),
    ...(spec.dataset.test > 0 ? { test: score } : {}),
    units,
    train_s: 0.5,
  };
}

export interface MemoryExecutorOptions {
  /** Awaited inside of each trial, after its first epoch; may throw, or answer with another record. */
  readonly during?: (
    spec: TrialSpec,
    options: TrialRunOptions,
  ) => Promise<TrialRecord | RetryableFailure | undefined>;
}

/** Trains nothing: a trial takes a few turns of the event loop. Counts what it does. */
export class MemoryExecutor implements Pick<Executor, "run"> {
  readonly started: TrialSpec[] = [];
  /** Epochs trained in all. */
  epochs = 0;
  running = 0;
  mostRunning = 0;
  readonly #during: MemoryExecutorOptions["during"];

  constructor({ during }: MemoryExecutorOptions = {}) {
    this.#during = during;
  }

  async run(spec: TrialSpec, options: TrialRunOptions = {}): Promise<TrialOutcome> {
    options.signal?.throwIfAborted();
    this.started.push(spec);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      const record = recordOf(spec);
      options.onEvent?.({ type: "started", id: record.id, worker: 0 });
      const { from, until = Number.POSITIVE_INFINITY } = options;
      if (from !== undefined && !isSame(from, checkpointOf(record, from.step)))
        throw new Error(`trial ${record.id} was given a checkpoint that is not its own`);
      for (const epoch of record.curve.slice(1)) {
        if (epoch.step <= (from?.step ?? 0) || epoch.step > until) continue;
        await Promise.resolve();
        options.signal?.throwIfAborted();
        this.epochs += 1;
        options.onEvent?.({ type: "epoch", id: record.id, epoch });
      }
      const instead = await this.#during?.(spec, options);
      options.signal?.throwIfAborted();
      const checkpoint = checkpointOf(record, until);
      const isPaused = record.curve.length > checkpoint.curve.length;
      return instead ?? (isPaused ? { status: "paused", id: record.id, checkpoint } : record);
    } finally {
      this.running -= 1;
    }
  }
}

/** A trial after an update: its state stands for the epochs behind it. */
function checkpointOf({ id, curve }: TrialRecord, step: number): Checkpoint {
  const behind = curve.filter((epoch) => epoch.step <= step);
  const state = new TextEncoder().encode(behind.map(({ digest }) => digest).join("\n"));
  return { id, step, state, curve: behind, scalars: [0.1 + step] };
}

function isSame(a: Checkpoint, b: Checkpoint): boolean {
  const text = ({ state, ...rest }: Checkpoint): string => canonicalJson({ ...rest, state: [...state] });
  return text(a) === text(b);
}
