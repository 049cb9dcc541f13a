import type { Stall } from "./stall.js";
import type { TrialRun } from "./trial-run.js";

const PERIOD_MS = 50;
/**
 * Between two looks no more than this goes by while the process is awake: the rest it slept, or was stopped.
 */
const MAX_GAP_S = 1;

interface Seen {
  /** Seconds, of the process' clock. */
  readonly at: number;
  readonly pulse: number;
  /** Seconds without a change of the pulse. */
  readonly idle: number;
  readonly told: boolean;
}

/**
 * Looks at running trials a few times a second, by shared memory: a busy thread answers no message. Times are
 * those the process was awake, so that no trial times out because a machine slept.
 */
export class TrialWatch {
  readonly #runs: ReadonlySet<TrialRun>;
  readonly #onStall: ((stall: Stall) => void) | undefined;
  readonly #stallSeconds: number;
  readonly #memoryBytes: number;
  readonly #seen = new WeakMap<TrialRun, Seen>();
  /** Resident memory of the process above which a trial is ended. */
  #limitBytes: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    runs: ReadonlySet<TrialRun>,
    options: {
      readonly onStall: ((stall: Stall) => void) | undefined;
      readonly stallSeconds: number;
      /** For all trials together. */
      readonly memoryBytes: number;
    },
  ) {
    this.#runs = runs;
    this.#onStall = options.onStall;
    this.#stallSeconds = options.stallSeconds;
    this.#memoryBytes = options.memoryBytes;
  }

  start(): void {
    // Data, records and pages lie in the same process: what a trial may take comes on top of what is there
    // before the first.
    this.#limitBytes ??= process.memoryUsage.rss() + this.#memoryBytes;
    this.#timer ??= setInterval(() => this.#look(), PERIOD_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const running = [...this.#runs].filter((run) => run.hasStarted);
    for (const run of running) this.#lookAt(run);
    const limit_bytes = this.#limitBytes ?? Number.POSITIVE_INFINITY;
    if (process.memoryUsage.rss() <= limit_bytes) return;
    // Of several the newest: those before it have shown that they fit.
    const newest = running.findLast((run) => !run.isEnding);
    newest?.stop({
      type: "out_of_memory",
      limit_bytes,
      alone: running.length === 1,
    });
  }

  #lookAt(run: TrialRun): void {
    const at = performance.now() / 1000;
    const { pulse } = run;
    const before = this.#seen.get(run) ?? { at: run.startedAt, pulse, idle: 0, told: false };
    const gap = Math.min(at - before.at, MAX_GAP_S);
    const moved = pulse !== before.pulse;
    const idle = moved ? 0 : before.idle + gap;
    const stuck = idle >= this.#stallSeconds;
    if (stuck && !before.told)
      this.#onStall?.({ id: run.id, updates: run.updates, seconds: Math.round(idle) });
    this.#seen.set(run, { at, pulse, idle, told: moved ? false : stuck });
    run.age(gap);
  }
}
