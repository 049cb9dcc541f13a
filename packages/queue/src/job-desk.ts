import type { Job, Queue } from "bullmq";
import { type Broker, command, inTime } from "./broker.js";
import { encodeTask } from "./job.js";
import { endOf, isLasting } from "./job-end.js";
import { CALLS, type Call, cancelKey, newsOf, openQueue, parseMessage } from "./lane.js";
import type { PendingTrial } from "./pending-trial.js";
import type { Registry } from "./registry.js";

/** Answers stay this long after they were read, for another run that waits for the same trial. */
const SHARED_MS = 10_000;
const CANCEL_S = 120;
/** An agent that has not let go of a job after this long may be gone. */
const CANCEL_MS = 5_000;

interface DeskOptions {
  readonly broker: Broker;
  readonly registry: Registry;
  readonly fresh: boolean;
  readonly onRemark: (text: string) => void;
}

/** Gives trials to the broker as jobs, and takes their answers. */
export class JobDesk {
  readonly #options: DeskOptions;
  readonly #queues = new Map<string, Promise<Queue>>();
  /** Trials at the broker, by queue and job: two may be the same work. */
  readonly #waiting = new Map<string, Set<PendingTrial>>();
  /** Jobs whose answers were read, and when. */
  readonly #read = new Map<string, { readonly queue: string; readonly job: string; readonly at: number }>();
  /** Running jobs that were cancelled, until their agents have let go of them. */
  readonly #cancelling = new Map<string, { readonly gone: Promise<void>; onGone(): void }>();
  /** Settles when all trials so far were given to the broker. */
  #order: Promise<void> = Promise.resolve();
  /** What is under way and must be done before the desk closes. */
  readonly #errands = new Set<Promise<void>>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Gives a trial to the broker; one that it refuses is rejected. */
  send(trial: PendingTrial): void {
    trial.isSent = true;
    const key = keyOf(trial);
    this.#waiting.set(key, (this.#waiting.get(key) ?? new Set()).add(trial));
    this.#do(trial, () => this.#add(trial));
  }

  /** A trial is not waited for any more: it has ended, or was aborted. */
  leave(trial: PendingTrial): void {
    const key = keyOf(trial);
    const others = this.#waiting.get(key);
    if (others?.delete(trial) !== true || others.size > 0) return;
    this.#waiting.delete(key);
    if (!this.#read.has(key)) this.#cancelWaiting(trial);
  }

  /** Takes a job back that no agent has begun; false where one has. */
  async takeBack(trial: PendingTrial): Promise<boolean> {
    const queue = await this.#queue(trial.queue);
    const job = await queue.getJob(trial.job);
    return job === undefined || (!job.processedOn && (await isRemoved(job)));
  }

  /**
   * Says again which queues are wanted, forgets answers that were read, and asks for trials whose news may be
   * lost.
   */
  async tick(trials: readonly PendingTrial[], asks: boolean): Promise<void> {
    await this.#options.registry.want([...new Set(trials.map(({ queue }) => queue))]);
    await this.#forget((at) => Date.now() - at > SHARED_MS);
    if (!asks) return;
    for (const trial of trials) this.#do(trial, () => this.#askState(trial));
  }

  async close(): Promise<void> {
    await Promise.all(this.#errands);
    await this.#forget(() => true);
    await Promise.allSettled([...this.#queues.values()].map(async (queue) => (await queue).close()));
  }

  /**
   * Gives a trial to the broker, behind those before it; `again` in front of them, as it had waited already.
   */
  async #add(trial: PendingTrial, again = false): Promise<void> {
    const before = this.#order;
    let isIssued = (): void => {};
    this.#order = new Promise((resolve) => {
      isIssued = resolve;
    });
    try {
      if (await this.#isThere(trial)) return;
      const queue = await this.#queue(trial.queue);
      await before;
      // Commands of one connection are carried out in the order in which they are issued.
      const added = queue.add("trial", encodeTask(trial.task), { jobId: trial.job, lifo: again });
      isIssued();
      await added;
    } finally {
      isIssued();
    }
    const { broker } = this.#options;
    broker.tell(CALLS, { type: "work", queue: trial.queue, job: trial.job } satisfies Call);
    // It may have been aborted meanwhile, and the job not have been there to be cancelled.
    if (!this.#waiting.has(keyOf(trial))) this.#cancelWaiting(trial);
  }

  /**
   * Whether nothing has to be added: the answer is there, or the trial is not wanted any more. A known job is
   * not added again, so that an answer that is of no use is removed.
   */
  async #isThere(trial: PendingTrial): Promise<boolean> {
    const { broker, fresh } = this.#options;
    const queue = await this.#queue(trial.queue);
    await this.#cancelling.get(keyOf(trial))?.gone;
    const there = await queue.getJob(trial.job);
    if (there?.finishedOn !== undefined) {
      if (!fresh && isLasting(there)) {
        await this.#finish(trial, there);
        return true;
      }
      await isRemoved(there);
    } else if (there?.processedOn) trial.start();
    this.#read.delete(keyOf(trial));
    await broker.client.del(cancelKey(trial.queue, trial.job));
    return trial.isOver;
  }

  async #askState(trial: PendingTrial): Promise<void> {
    if (trial.isOver || trial.isAsking) return;
    trial.isAsking = true;
    try {
      const queue = await this.#queue(trial.queue);
      const state = await queue.getJobState(trial.job);
      if (trial.isOver) return;
      if (state === "active") trial.start();
      if (state === "unknown") {
        this.#options.onRemark(
          `trial ${trial.task.id.slice(0, 8)} is missing from the queue; it is submitted again`,
        );
        await this.#add(trial, true);
      }
      if (state === "completed" || state === "failed") await this.#ask(trial);
    } finally {
      trial.isAsking = false;
    }
  }

  /** Reads a job that has ended. */
  async #ask(trial: PendingTrial): Promise<void> {
    if (trial.isOver) return;
    const queue = await this.#queue(trial.queue);
    const job = await queue.getJob(trial.job);
    if (trial.isOver) return;
    if (job === undefined) await this.#add(trial, true);
    else if (job.finishedOn !== undefined) await this.#finish(trial, job);
  }

  async #finish(trial: PendingTrial, job: Job): Promise<void> {
    const { queue, job: id } = trial;
    this.#read.set(keyOf(trial), { queue, job: id, at: Date.now() });
    trial.end(endOf(trial.task, job));
  }

  /** Cancels a job; who asks for the same work again waits until its agent has let go of it. */
  #cancelWaiting(trial: PendingTrial): void {
    let onGone = (): void => {};
    const heard = new Promise<void>((resolve) => {
      onGone = resolve;
    });
    const cancelled = this.#cancel(trial);
    this.#errand(cancelled.then(() => undefined));
    const gone = cancelled
      .then(async (isRunning) => {
        if (isRunning) await inTime(heard, CANCEL_MS);
      })
      // What could not be cancelled runs to its end: whoever asks for it again gets that answer.
      .catch(() => undefined)
      .finally(() => this.#cancelling.delete(keyOf(trial)));
    this.#cancelling.set(keyOf(trial), { gone, onGone });
  }

  /** Removes a job; true where an agent has begun it, which learns of it. */
  async #cancel({ queue: name, job: id }: PendingTrial): Promise<boolean> {
    const { broker } = this.#options;
    const queue = await this.#queue(name);
    const job = await queue.getJob(id);
    if (job === undefined || (await isRemoved(job))) return false;
    await broker.client.set(cancelKey(name, id), "1", "EX", CANCEL_S);
    broker.tell(CALLS, { type: "cancel", queue: name, job: id } satisfies Call);
    return true;
  }

  async #forget(isDue: (at: number) => boolean): Promise<void> {
    for (const [key, { queue, job, at }] of this.#read) {
      if (!isDue(at)) continue;
      this.#read.delete(key);
      const there = await (await this.#queue(queue)).getJob(job);
      if (there !== undefined) await isRemoved(there);
    }
  }

  #queue(name: string): Promise<Queue> {
    const known = this.#queues.get(name) ?? this.#openQueue(name);
    this.#queues.set(name, known);
    // What the broker refuses now it may take later.
    known.catch(() => this.#queues.delete(name));
    return known;
  }

  async #openQueue(name: string): Promise<Queue> {
    const { broker, registry } = this.#options;
    await broker.listen(newsOf(name), (text) => this.#hear(name, text));
    await registry.want([name]);
    return openQueue(name, broker);
  }

  #hear(queue: string, message: string): void {
    const { type, job, epoch, starts } = parseMessage(message) ?? {};
    if (typeof job !== "string") return;
    if (type === "ended") this.#cancelling.get(`${queue} ${job}`)?.onGone();
    for (const trial of this.#waiting.get(`${queue} ${job}`) ?? []) {
      if (type === "started") trial.start(typeof starts === "number" ? starts : 1);
      else if (type === "epoch") trial.reach(epoch);
      else if (type === "ended") this.#do(trial, () => this.#ask(trial));
    }
  }

  /** Does something for a trial; where the broker refuses it, the trial is rejected. */
  #do(trial: PendingTrial, run: () => Promise<void>): void {
    const errand = command(this.#options.broker.shown, run).catch((error: unknown) => trial.reject(error));
    this.#errand(errand);
  }

  #errand(promise: Promise<void>): void {
    // A trial that is waited for has its error from #do; closing waits for errands whatever comes of them.
    const errand = promise.catch(() => undefined).finally(() => this.#errands.delete(errand));
    this.#errands.add(errand);
  }
}

function keyOf({ queue, job }: PendingTrial): string {
  return `${queue} ${job}`;
}

/** Removes a job; false where an agent has it. */
async function isRemoved(job: Job): Promise<boolean> {
  try {
    await job.remove();
    return true;
  } catch {
    // BullMQ has no error of its own for that. A broker that fails says so to the command that follows.
    return false;
  }
}
