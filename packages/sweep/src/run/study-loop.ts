import { setMaxListeners } from "node:events";
import type { PlannedTrial, TrialEvent, TrialRecord } from "@actbench/core/internal";
import type { SavedTrial } from "../halving/checkpoint-file.js";
import { isFailure } from "../results/is-failure.js";
import type { Progress } from "./progress.js";
import type { QueuedTrial } from "./queued-trial.js";
import { RunTally } from "./run-tally.js";
import type { StudyOptions, Summary } from "./study-session.js";
import { TimeBudget } from "./time-budget.js";
import { type EndedTrial, TrialRunner } from "./trial-runner.js";
import type { Work } from "./work.js";
import { workOf } from "./work-of.js";

/**
 * Ended trials whose records may be on their way to the disk at the same time: a power cut makes that many
 * run again.
 */
const MAX_COMMITS = 64;

type Limit = Exclude<Summary["ended"], "done">;

/**
 * One session of the run loop: it keeps as many trials running as the executor takes, each slot taking the
 * next trial.
 */
export class StudyLoop {
  readonly #options: StudyOptions;
  readonly #planned: ReadonlyMap<string, PlannedTrial>;
  readonly #work: Work;
  readonly #runner: TrialRunner;
  readonly #tally: RunTally;
  readonly #time: TimeBudget;
  /** Fires when the executor or the disk is broken. */
  readonly #broken = new AbortController();
  readonly #abort: AbortSignal;
  readonly #queue: QueuedTrial[] = [];
  #next = 0;
  /** Trials that run, or whose records are not yet on the disk. */
  readonly #running = new Set<string>();
  readonly #commits = new Set<Promise<void>>();
  /** One for each trial that may run at the same time. */
  #slots = 0;
  #onLastSlot: () => void = () => {};
  /** Slots that have nothing to do until a running trial ends. */
  #waiting: (() => void)[] = [];
  /** Trials have ended since work was last asked for. */
  #hasNews = true;
  #why: Limit | undefined;
  #failures = 0;
  #brokenOff = 0;

  constructor(options: StudyOptions) {
    const { run, executor, clock, stop, drain, again } = options;
    const { study, records } = run;
    this.#options = options;
    this.#planned = new Map(study.plan.map((trial) => [trial.id, trial]));
    this.#work = workOf(run, again);
    this.#abort = AbortSignal.any([this.#broken.signal, ...(stop === undefined ? [] : [stop])]);
    // Every running trial listens; Node takes more than ten for a leak.
    setMaxListeners(0, this.#abort, ...(drain === undefined ? [] : [drain]));
    this.#tally = new RunTally({ study, records, cost: this.#work.cost, clock });
    this.#time = new TimeBudget(timeLeft(options));
    const listener = {
      onEvent: (queued: QueuedTrial, event: RunningEvent) => this.#forward(queued, event),
      onRetry: (
        { trial, label }: QueuedTrial,
        { error }: TrialRecord & { status: "failed" },
        attempt: number,
      ) => this.#tell({ type: "retried", trial, label, error, attempt }),
      onRemark: (message: string) => this.#tell({ type: "remark", message }),
    };
    this.#runner = new TrialRunner({ run, executor, abort: this.#abort, drain, clock, listener });
  }

  async run(): Promise<Summary> {
    this.#tell({ type: "begun" });
    await new Promise<void>((resolve) => {
      this.#onLastSlot = resolve;
      this.#openSlots();
    });
    await Promise.all(this.#commits);
    this.#broken.signal.throwIfAborted();
    const isThrough = this.#next === this.#queue.length && this.#brokenOff === 0;
    // A session that did all it was asked to, but not the whole plan, came to its limit.
    const why = this.#interruption() ?? this.#why ?? (isThrough ? "limit" : "stopped");
    return { ended: isThrough && this.#work.isDone() ? "done" : why, counts: this.#tally.counts() };
  }

  /** Opens slots up to what the executor takes, which grows as workers join. */
  #openSlots(): void {
    while (this.#slots < this.#slotsWanted()) {
      this.#slots += 1;
      void this.#slot();
    }
  }

  #slotsWanted(): number {
    return Math.max(1, this.#options.executor.concurrency);
  }

  async #slot(): Promise<void> {
    try {
      for (let queued = await this.#take(); queued !== undefined; queued = await this.#take()) {
        await this.#trial(queued);
        // Workers may have left, and joined.
        if (this.#slots > this.#slotsWanted()) return;
        this.#openSlots();
      }
    } catch (error) {
      this.#broken.abort(error);
    } finally {
      this.#slots -= 1;
      this.#wake();
      if (this.#slots === 0) this.#onLastSlot();
    }
  }

  /**
   * The next trial; waits where running trials decide what it is. Undefined when no further one may start.
   */
  async #take(): Promise<QueuedTrial | undefined> {
    for (;;) {
      if (this.#abort.aborted || this.#why !== undefined) return undefined;
      this.#refill();
      const queued = this.#queue[this.#next];
      if (queued !== undefined) {
        this.#why = this.#limit(queued);
        if (this.#why !== undefined) return undefined;
        this.#next += 1;
        this.#running.add(queued.trial.id);
        return queued;
      }
      if (this.#running.size === 0) return undefined;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #refill(): void {
    if (this.#next < this.#queue.length || !this.#hasNews) return;
    this.#hasNews = false;
    const { trials, ended } = this.#work.more(this.#running);
    this.#record(ended);
    for (const queued of trials) {
      this.#tally.expect(queued);
      this.#time.expect(queued);
      this.#queue.push(queued);
    }
  }

  /** Why no further trial may start. */
  #limit(next: QueuedTrial): Limit | undefined {
    const { run, limit } = this.#options;
    const { max_failures } = run.budget;
    const interruption = this.#interruption();
    if (interruption !== undefined) return interruption;
    if (max_failures !== undefined && this.#failures >= max_failures) return "max_failures";
    if (limit !== undefined && this.#next >= limit) return "limit";
    if (!this.#time.allows(next, this.#tally.pace())) return "budget_time";
    return undefined;
  }

  #interruption(): Limit | undefined {
    const { stop, drain } = this.#options;
    return stop?.aborted ? "stopped" : drain?.aborted ? "drained" : undefined;
  }

  async #trial(queued: QueuedTrial): Promise<void> {
    const result = await this.#runner.run(queued);
    if (result === undefined) {
      this.#brokenOff += 1;
      this.#tally.drop(queued);
      this.#settle(queued);
      return;
    }
    this.#tally.finish(queued);
    if ("checkpoint" in result) {
      this.#pause(queued, result);
      this.#settle(queued);
      return;
    }
    if (isFailure(result.record)) this.#failures += 1;
    const commit = this.#commit(queued, result).finally(() => this.#commits.delete(commit));
    this.#commits.add(commit);
    if (this.#commits.size >= MAX_COMMITS) await commit;
  }

  /** Writes a record to the disk; the trial counts as finished when it is there. */
  async #commit(queued: QueuedTrial, { record, place }: EndedTrial): Promise<void> {
    try {
      await this.#options.run.commit([record], place);
      this.#finish(record);
      this.#settle(queued);
    } catch (error) {
      this.#broken.abort(error);
      this.#wake();
    }
  }

  /** A trial that is completely finished. */
  #settle({ trial }: QueuedTrial): void {
    this.#running.delete(trial.id);
    this.#hasNews = true;
    this.#wake();
  }

  #pause({ trial, label }: QueuedTrial, saved: SavedTrial): void {
    this.#options.run.checkpoints.save(saved);
    const { epoch = 0 } = saved.checkpoint.curve.at(-1) ?? {};
    this.#tell({ type: "paused", trial, label, epoch });
  }

  /** Writes down trials that a decision has ended. */
  #record(ended: readonly TrialRecord[]): void {
    if (ended.length === 0) return;
    this.#options.run.append(ended);
    for (const record of ended) this.#finish(record);
  }

  #finish(record: TrialRecord): void {
    this.#tally.end(record);
    const trial = this.#planned.get(record.id);
    if (trial === undefined) return;
    const label = this.#options.run.study.points[trial.point]?.label ?? "";
    this.#tell({ type: "finished", trial, label, record });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #forward(queued: QueuedTrial, event: RunningEvent): void {
    const { trial, label } = queued;
    // Workers may have joined while this trial ran.
    this.#openSlots();
    if (event.type === "started") {
      this.#tally.start(queued);
      const worker = event.worker === undefined ? {} : { worker: event.worker };
      this.#tell({ type: "started", trial, label, ...worker });
      return;
    }
    this.#tally.advance(queued, event.epoch);
    this.#tell({ type: "epoch", trial, label, epoch: event.epoch });
  }

  #tell(event: WithoutCounts<Progress>): void {
    this.#options.onProgress?.({ ...event, counts: this.#tally.counts() });
  }
}

function timeLeft({ run, spent_s = 0 }: StudyOptions): number | undefined {
  const { time_s } = run.budget;
  return time_s === undefined ? undefined : Math.max(0, time_s - spent_s);
}

type WithoutCounts<T> = T extends unknown ? Omit<T, "counts"> : never;

type RunningEvent = Exclude<TrialEvent, { type: "placed" }>;
