import {
  type EpochRecord,
  type Executor,
  type RunOptions,
  sha256Hex,
  type TrialRecord,
  type TrialSpec,
  trialId,
} from "@actbench/core";

/** What a trial comes to, decided by its spec alone. */
export function recordOf(spec: TrialSpec): TrialRecord {
  const id = trialId(spec);
  const curve = Array.from({ length: spec.train.epochs + 1 }, (_, epoch) => epochOf(id, epoch));
  const ran = {
    id,
    curve,
    probe_n: spec.dataset.train,
    timing: { startup_s: 0, train_s: 1, evaluate_s: 1 },
    peak_bytes: 1,
  };
  const digest = sha256Hex(id).slice(0, 16);
  return spec.train.lr > 0.7 && spec.seed === 1
    ? { status: "diverged", ...ran, step: 7, digest }
    : { status: "completed", ...ran, digest };
}

function epochOf(id: string, epoch: number): EpochRecord {
  const share = Number.parseInt(sha256Hex(`${id} ${epoch}`).slice(0, 8), 16) / 2 ** 32;
  const score = { loss: 1 - share, accuracy: share };
  const units = [{ units: 128, dead: epoch, inactive: 2, saturated: 0, zero_fraction: share }];
  return { epoch, step: epoch * 10, train: score, validation: score, test: score, units, train_s: 0.5 };
}

export interface MemoryExecutorOptions {
  /** Awaited inside of each trial, after its first epoch; may throw, or answer with another record. */
  readonly during?: (spec: TrialSpec, options: RunOptions) => Promise<TrialRecord | undefined>;
}

/** An executor without threads: a trial takes a few turns of the event loop. Counts what it does. */
export class MemoryExecutor implements Executor {
  readonly started: TrialSpec[] = [];
  running = 0;
  mostRunning = 0;
  readonly #during: MemoryExecutorOptions["during"];

  constructor({ during }: MemoryExecutorOptions = {}) {
    this.#during = during;
  }

  async run(spec: TrialSpec, options: RunOptions = {}): Promise<TrialRecord> {
    options.signal?.throwIfAborted();
    this.started.push(spec);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      const record = recordOf(spec);
      options.onEvent?.({ type: "started", id: record.id, worker: 0 });
      for (const epoch of record.curve.slice(1)) {
        await Promise.resolve();
        options.signal?.throwIfAborted();
        options.onEvent?.({ type: "epoch", id: record.id, epoch });
      }
      const instead = await this.#during?.(spec, options);
      options.signal?.throwIfAborted();
      return instead ?? record;
    } finally {
      this.running -= 1;
    }
  }
}
