import { type Job, Worker } from "bullmq";
import { type Broker, command, PREFIX } from "./broker.js";

/** A job that this agent has begun. */
export interface Taken {
  readonly job: Job;
  readonly queue: string;
  /** Proves that the job is this agent's. */
  readonly token: string;
}

/** Starts of a job whose agents are lost before it is given to no further one. */
const MAX_LOST = 2;
/** How often lost jobs are looked for, by the first agent that finds it due. */
const STALL_SHARE = 3;

interface Served {
  readonly worker: Worker;
  /** There may be a job. */
  mayHave: boolean;
}

/**
 * The queues that an agent serves: takes from one after the other, so that none waits for another to be
 * empty.
 */
export class WorkSource {
  readonly #broker: Broker;
  readonly #lockMs: number;
  readonly #onRemark: (text: string) => void;
  readonly #served = new Map<string, Served>();
  #tokens = 0;

  constructor(options: {
    readonly broker: Broker;
    readonly lockMs: number;
    readonly onRemark: (text: string) => void;
  }) {
    this.#broker = options.broker;
    this.#lockMs = options.lockMs;
    this.#onRemark = options.onRemark;
  }

  has(name: string): boolean {
    return this.#served.has(name);
  }

  names(): readonly string[] {
    return [...this.#served.keys()];
  }

  open(name: string): void {
    const worker = new Worker(name, null, {
      connection: this.#broker.client,
      prefix: PREFIX,
      autorun: false,
      lockDuration: this.#lockMs,
      stalledInterval: Math.round(this.#lockMs / STALL_SHARE),
      maxStalledCount: MAX_LOST,
    });
    worker.on("error", ({ message }) => {
      // One of a broker that is away is said once, by its connection.
      if (this.#broker.client.status === "ready") this.#onRemark(`the queue ${name}: ${message}`);
    });
    void worker.startStalledCheckTimer();
    this.#served.set(name, { worker, mayHave: true });
  }

  async shut(name: string): Promise<void> {
    const served = this.#served.get(name);
    this.#served.delete(name);
    await served?.worker.close(true);
  }

  async close(): Promise<void> {
    await Promise.all(this.names().map((name) => this.shut(name)));
  }

  /** A job may wait in a queue. */
  expect(name: string): void {
    const served = this.#served.get(name);
    if (served !== undefined) served.mayHave = true;
  }

  expectAll(): void {
    for (const served of this.#served.values()) served.mayHave = true;
  }

  /** The next job of any queue; undefined where none waits. */
  async next(agent: string): Promise<Taken | undefined> {
    for (const [name, served] of this.#served) {
      if (!served.mayHave) continue;
      const token = `${agent}:${this.#tokens++}`;
      served.mayHave = false;
      const job = await command(this.#broker.shown, () => served.worker.getNextJob(token, { block: false }));
      if (job === undefined) continue;
      served.mayHave = true;
      // The others first, next time.
      if (this.#served.delete(name)) this.#served.set(name, served);
      return { job, queue: name, token };
    }
    return undefined;
  }

  /** Renews the locks of jobs; gives those whose lock is lost. */
  async renew<T extends { readonly taken: Taken }>(jobs: readonly T[]): Promise<readonly T[]> {
    const lost: T[] = [];
    for (const [name, { worker }] of this.#served) {
      const held = jobs.filter(({ taken }) => taken.queue === name);
      if (held.length === 0) continue;
      const ids = held.map(({ taken }) => taken.job.id ?? "");
      const tokens = held.map(({ taken }) => taken.token);
      const failed = await command(this.#broker.shown, () =>
        worker.extendJobLocks(ids, tokens, this.#lockMs),
      );
      lost.push(...held.filter(({ taken }) => failed.includes(taken.job.id ?? "")));
    }
    return lost;
  }
}
