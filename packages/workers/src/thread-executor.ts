import { fileURLToPath, pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import {
  AbortError,
  type Dataset,
  describeError,
  type ErrorRecord,
  type Executor,
  ExecutorError,
  type Numerics,
  type TrialOutcome,
  type TrialRunOptions,
  type TrialSpec,
} from "@actbench/core/internal";
import { Piscina } from "piscina";
import type { CodeModule } from "./code/load-code.js";
import { machineBytes } from "./machine-bytes.js";
import { prepareEngine } from "./prepare-engine.js";
import { deservesLists, sharedLists } from "./shared-lists.js";
import type { Stall } from "./stall.js";
import { TrialRun, type TrialRunContext } from "./trial-run.js";
import type { WorkerSetup } from "./trial-task.js";
import { TrialWatch } from "./trial-watch.js";
import { WorkerSlots } from "./worker-slots.js";

/** How an executor is set up. */
export interface ThreadExecutorOptions {
  /** Threads, each running one trial at a time. */
  readonly workers: number;
  /** The data of all trials to come; shared buffers are not copied. */
  readonly datasets: readonly Dataset[];
  /** The plugins whose code trials to come may run; the thread of such a trial ends with it. */
  readonly code?: readonly CodeModule[];
  /** Largest JavaScript heap of a thread; typed arrays and WebAssembly memories are not part of it. */
  readonly heapBytes?: number;
  /**
   * The memory all trials together may take; default: the machine's. Measured for the whole process, on top
   * of what it takes when the first trial comes; above it the newest trial is ended.
   */
  readonly memoryBytes?: number;
  /** Called once for a trial without progress for `stallSeconds` (10); it continues until its timeout. */
  readonly onStall?: (stall: Stall) => void;
  readonly stallSeconds?: number;
  /** Called when a thread dies between trials; without it, the process warns. */
  readonly onFault?: (error: ErrorRecord) => void;
  /** The file a thread runs; for tests and benchmarks. */
  readonly entry?: string;
}

/** An executor over threads. */
export interface ThreadExecutor extends Executor {
  /** What running trials may take together. */
  readonly memoryBytes: number;
  /** Updates a running trial has made; undefined where it does not run. */
  progressOf(id: string): number | undefined;
}

const STALL_SECONDS = 10;
const HEAP_BYTES = 2 ** 30;
/**
 * A thread may have died of what an earlier trial left behind, so one death before a trial's start is no
 * verdict.
 */
const START_ATTEMPTS = 3;
/** From `src` and from `dist` alike, the built files. */
const ENTRY = fileURLToPath(new URL("../dist/trial-worker.bundle.js", import.meta.url));
const LOADER = fileURLToPath(new URL("../dist/load-entry.cjs", import.meta.url));

/** Starts `workers` threads; each trial that throws, exits or loops costs its own thread at most. */
export function createThreadExecutor(options: ThreadExecutorOptions): ThreadExecutor {
  return new PoolExecutor(options);
}

class PoolExecutor implements ThreadExecutor {
  readonly concurrency: number;
  readonly memoryBytes: number;
  readonly numerics: readonly Numerics[];
  readonly #pool: Piscina;
  readonly #context: TrialRunContext;
  readonly #runs = new Set<TrialRun>();
  readonly #exits = new Map<Worker, Promise<void>>();
  readonly #watch: TrialWatch;
  #closing: Promise<void> | undefined;
  #broken: ExecutorError | undefined;
  #lastFault: unknown;

  constructor({
    workers,
    datasets,
    code = [],
    heapBytes = HEAP_BYTES,
    onFault = warn,
    onStall,
    stallSeconds = STALL_SECONDS,
    memoryBytes = machineBytes(),
    entry = ENTRY,
  }: ThreadExecutorOptions) {
    const { lanes, fma } = prepareEngine();
    this.concurrency = workers;
    this.memoryBytes = memoryBytes;
    this.numerics = fma ? ["fma", "strict"] : ["strict"];
    const workerData: WorkerSetup = { entry: pathToFileURL(entry).href, lanes, datasets, code };
    this.#pool = new Piscina({
      filename: LOADER,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
      // Without it a thread sleeps in Atomics.wait between trials, and its closed ports and late errors with
      // it.
      atomics: "disabled",
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: heapBytes / 2 ** 20 },
      workerData,
    });
    this.#watch = new TrialWatch(this.#runs, { onStall, stallSeconds, memoryBytes });
    const listsOf = (spec: TrialSpec) => {
      const data = datasets.find(({ hash }) => hash === spec.dataset.hash);
      return data !== undefined && deservesLists(spec, data) ? sharedLists(data) : undefined;
    };
    this.#context = { pool: this.#pool, slots: new WorkerSlots(), heapBytes, listsOf, onFault };
    this.#pool.on("workerCreate", () => this.#watchExits());
    this.#pool.on("workerDestroy", () => setImmediate(() => this.#breakIfDeserted()));
    this.#pool.on("error", (error: unknown) => {
      this.#lastFault = error;
      onFault(describeError(error));
    });
    this.#watchExits();
  }

  async run(spec: TrialSpec, options: TrialRunOptions = {}): Promise<TrialOutcome> {
    if (options.signal?.aborted) throw new AbortError(options.signal.reason);
    if (this.#closing !== undefined) throw new ExecutorError("executor_closed", "the executor was closed");
    const run = new TrialRun(spec, options, this.#context);
    this.#runs.add(run);
    this.#watch.start();
    try {
      for (let tries = 1; ; tries++) {
        if (this.#broken !== undefined) throw this.#broken;
        const attempt = await run.attempt();
        if (attempt.type === "ended") return attempt.value;
        this.#lastFault = attempt.cause;
        if (tries === START_ATTEMPTS) throw this.#break(attempt.cause);
        this.#context.onFault(describeError(attempt.cause));
      }
    } finally {
      this.#runs.delete(run);
      if (this.#runs.size === 0) this.#watch.stop();
    }
  }

  progressOf(id: string): number | undefined {
    for (const run of this.#runs) if (run.id === id && run.hasStarted) return run.updates;
    return undefined;
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    for (const run of this.#runs) run.stop({ type: "aborted", reason: "the executor was closed" });
    this.#watchExits();
    // Piscina replaces a thread that exits, even after the pool is destroyed, so those are ended first.
    const alive = new Set(this.#pool.threads);
    await Promise.all([...this.#exits].filter(([thread]) => !alive.has(thread)).map(([, exit]) => exit));
    await this.#pool.destroy();
  }

  #watchExits(): void {
    for (const thread of this.#pool.threads) {
      if (this.#exits.has(thread)) continue;
      const exit = new Promise<void>((resolve) => thread.once("exit", () => resolve()));
      this.#exits.set(thread, exit);
      void exit.then(() => this.#exits.delete(thread));
    }
  }

  /** Threads that die while they load are not replaced: what waits for one would wait for ever. */
  #breakIfDeserted(): void {
    const waits = [...this.#runs].some((run) => !run.hasStarted);
    if (this.#closing === undefined && waits && this.#pool.threads.length === 0) this.#break(this.#lastFault);
  }

  #break(cause: unknown): ExecutorError {
    const why = cause === undefined ? "it gave no reason" : describeError(cause).message;
    const error = new ExecutorError("worker_cannot_start", `worker threads do not start: ${why}`, { cause });
    this.#broken ??= error;
    for (const run of this.#runs) run.stop({ type: "broken", error: this.#broken });
    return this.#broken;
  }
}

function warn({ code, message }: ErrorRecord): void {
  process.emitWarning(`a worker thread died between trials (${code}): ${message}`, "ActbenchWorkerWarning");
}
