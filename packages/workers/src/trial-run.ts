import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import {
  AbortError,
  describeError,
  type EpochRecord,
  type ErrorRecord,
  type ExecutorError,
  type SparseRows,
  type TrialOutcome,
  type TrialRecord,
  type TrialRunOptions,
  type TrialSpec,
  trialId,
} from "@actbench/core/internal";
import type { Piscina } from "piscina";
import { usesCode } from "./code/load-code.js";
import { failureRecord } from "./failure-record.js";
import type { TaskMessage, TaskOutcome, TrialTask } from "./trial-task.js";
import type { WorkerSlots } from "./worker-slots.js";

/** Why a thread was taken from under a trial. */
type Ending =
  | { readonly type: "aborted"; readonly reason: unknown }
  | { readonly type: "timed_out"; readonly after_s: number }
  | { readonly type: "out_of_memory"; readonly limit_bytes: number; readonly alone: boolean }
  | { readonly type: "broken"; readonly error: ExecutorError };

/** One try at a trial: its result, or that the thread died before the trial had begun. */
export type Attempt =
  | { readonly type: "ended"; readonly value: TrialOutcome }
  | { readonly type: "not_started"; readonly cause: unknown };

/** What one trial needs of its executor. */
export interface TrialRunContext {
  readonly pool: Piscina;
  readonly slots: WorkerSlots;
  readonly heapBytes: number;
  /** The shared lists of a trial's data; undefined where they are of no use. */
  readonly listsOf: (spec: TrialSpec) => SparseRows | undefined;
  /** Called when a thread dies without costing a trial. */
  readonly onFault: (error: ErrorRecord) => void;
}

/** One trial under way: owns its event channel, its progress slot and the right to kill its thread. */
export class TrialRun {
  readonly id: string;
  readonly #spec: TrialSpec;
  readonly #options: TrialRunOptions;
  readonly #context: TrialRunContext;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));
  readonly #kill = new AbortController();
  readonly #curve: EpochRecord[];
  #outcome: TaskOutcome | undefined;
  #ending: Ending | undefined;
  #slot: number | undefined;
  #startedAt = 0;
  /** Seconds since the start while the process was awake. */
  #age = 0;
  #messages = 0;
  /** Its thread is ended after it. */
  readonly #isRecycled: boolean;

  constructor(spec: TrialSpec, options: TrialRunOptions, context: TrialRunContext) {
    this.id = options.id ?? trialId(spec);
    this.#spec = spec;
    this.#options = options;
    this.#context = context;
    this.#isRecycled = usesCode(spec);
    this.#curve = [...(options.from?.curve ?? [])];
  }

  get updates(): number {
    return Atomics.load(this.#progress, 0);
  }

  /** Its thread is being taken from under it. */
  get isEnding(): boolean {
    return this.#ending !== undefined;
  }

  get hasStarted(): boolean {
    return this.#slot !== undefined;
  }

  /** Seconds, of the process' clock. */
  get startedAt(): number {
    return this.#startedAt;
  }

  /** A number that changes whenever the trial moves: an update, an epoch's end. */
  get pulse(): number {
    return this.updates + this.#messages;
  }

  /**
   * So many seconds have gone by since it started, or since this was called last; ends a trial whose time is
   * up.
   */
  age(seconds: number): void {
    this.#age += seconds;
    const { timeout_s } = this.#options;
    if (timeout_s !== undefined && this.#age >= timeout_s)
      this.stop({ type: "timed_out", after_s: this.#age });
  }

  /** Ends the trial now: its thread is killed, or it is taken from the queue. The first reason counts. */
  stop(ending: Ending): void {
    this.#ending ??= ending;
    this.#kill.abort();
  }

  /** Runs the trial on the pool once. Rejects with an `AbortError`, or with what broke the executor. */
  async attempt(): Promise<Attempt> {
    const { signal } = this.#options;
    const onAbort = () => this.stop({ type: "aborted", reason: signal?.reason });
    const { port1, port2 } = new MessageChannel();
    port1.on("message", (message: TaskMessage) => this.#receive(message));
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const loss = await this.#post(port2);
      this.#drain(port1);
      if (this.#outcome === undefined) return this.#afterLoss(loss ?? new Error("the worker gave no result"));
      // The thread died of something else after the trial; the trial is not to blame and keeps its result.
      if (loss !== undefined && this.#ending === undefined && !this.#isRecycled)
        this.#context.onFault(describeError(loss));
      return {
        type: "ended",
        value: this.#outcome.ok ? this.#outcome.value : this.#fail(this.#outcome.error),
      };
    } finally {
      if (this.#slot !== undefined) this.#context.slots.release(this.#slot);
      signal?.removeEventListener("abort", onAbort);
      port1.close();
    }
  }

  /** Gives the trial to a thread; when the thread is done or dead, gives what the thread died of. */
  async #post(events: MessagePort): Promise<unknown> {
    const { from, until } = this.#options;
    const sparseRows = this.#context.listsOf(this.#spec);
    const task: TrialTask = {
      id: this.id,
      spec: this.#spec,
      ...(sparseRows === undefined ? {} : { sparseRows }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      progress: this.#progress.buffer as SharedArrayBuffer,
      events,
    };
    try {
      await this.#context.pool.run(task, { transferList: [events], signal: this.#kill.signal });
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /**
   * Messages were posted before the end or the death we have just heard of: they are all here, unread at
   * most.
   */
  #drain(port: MessagePort): void {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
      this.#receive(next.message as TaskMessage);
  }

  #receive(message: TaskMessage): void {
    const { onEvent } = this.#options;
    this.#messages += 1;
    switch (message.type) {
      case "started":
        this.#slot = this.#context.slots.take();
        // The time in the queue is not the trial's.
        this.#startedAt = performance.now() / 1000;
        if (!this.#isAborted) onEvent?.({ type: "started", id: this.id, worker: this.#slot });
        break;
      case "epochs":
        this.#forward(message.epochs);
        break;
      case "ended":
        this.#forward(message.epochs);
        // What comes after the trial was declared dead is too late.
        if (this.#ending === undefined) this.#outcome = message.outcome;
        if (this.#isRecycled) this.#kill.abort();
        break;
      default:
        message satisfies never;
    }
  }

  /** Its caller has moved on: it gets an `AbortError`, and no event before it. */
  get #isAborted(): boolean {
    return this.#ending?.type === "aborted";
  }

  #forward(epochs: readonly EpochRecord[]): void {
    this.#curve.push(...epochs);
    if (this.#isAborted) return;
    for (const epoch of epochs) this.#options.onEvent?.({ type: "epoch", id: this.id, epoch });
  }

  #afterLoss(error: unknown): Attempt {
    switch (this.#ending?.type) {
      case "aborted":
        throw new AbortError(this.#ending.reason);
      case "broken":
        throw this.#ending.error;
      case "out_of_memory":
        return { type: "ended", value: this.#starved(this.#ending) };
      case "timed_out": {
        const { after_s } = this.#ending;
        return { type: "ended", value: { status: "timed_out", id: this.id, curve: this.#curve, after_s } };
      }
      case undefined:
        if (!this.hasStarted) return { type: "not_started", cause: error };
        return { type: "ended", value: this.#lose(describeDeath(error)) };
      default:
        return this.#ending satisfies never;
    }
  }

  /** Which of several trials took the memory is unknown: only one that ran alone is to blame. */
  #starved({ limit_bytes, alone }: { readonly limit_bytes: number; readonly alone: boolean }): TrialOutcome {
    if (alone) return { status: "out_of_memory", id: this.id, curve: this.#curve, limit_bytes };
    const message = `stopped because all trials together took more than ${limit_bytes} bytes`;
    return this.#lose({ code: "memory_pressure", message });
  }

  /** A failure of the thread; memory aside, another thread may do better. */
  #lose(error: ErrorRecord): TrialOutcome {
    const record = this.#fail(error);
    return record.status === "failed" ? { ...record, retryable: true } : record;
  }

  #fail(error: ErrorRecord): Extract<TrialRecord, { status: "failed" | "out_of_memory" }> {
    return failureRecord({ id: this.id, curve: this.#curve }, error, this.#context.heapBytes);
  }
}

/** Piscina reports a thread that ended itself only by this message. */
const EXIT = /^worker exited with code: (-?\d+)$/;

function describeDeath(error: unknown): ErrorRecord {
  const exit = error instanceof Error ? EXIT.exec(error.message) : null;
  if (exit === null) return describeError(error);
  return {
    code: "worker_exit",
    message: `the worker exited with code ${exit[1]} in the middle of the trial`,
  };
}
