import type { Stall } from "./thread-executor.js";
import type { TrialRun } from "./trial-run.js";

const PERIOD_MS = 100;

/** Looks at running trials a few times a second, by shared memory: a busy thread answers no message. */
export class TrialWatch {
  readonly #runs: ReadonlySet<TrialRun>;
  readonly #onStall: ((stall: Stall) => void) | undefined;
  readonly #stallSeconds: number;
  readonly #memoryBytes: number;
  readonly #seen = new WeakMap<TrialRun, { pulse: number; since: number; told: boolean }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    runs: ReadonlySet<TrialRun>,
    options: {
      readonly onStall: ((stall: Stall) => void) | undefined;
      readonly stallSeconds: number;
      readonly memoryBytes: number | undefined;
    },
  ) {
    this.#runs = runs;
    this.#onStall = options.onStall;
    this.#stallSeconds = options.stallSeconds;
    this.#memoryBytes = options.memoryBytes ?? Number.POSITIVE_INFINITY;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(), PERIOD_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const running = [...this.#runs].filter((run) => run.hasStarted);
    for (const run of running) this.#lookAt(run);
    if (process.memoryUsage.rss() <= this.#memoryBytes) return;
    // Of several the newest: those before it have shown that they fit.
    const newest = running.findLast((run) => !run.isEnding);
    newest?.stop({
      type: "out_of_memory",
      limit_bytes: this.#memoryBytes,
      alone: running.length === 1,
    });
  }

  #lookAt(run: TrialRun): void {
    const now = performance.now() / 1000;
    const seen = this.#seen.get(run);
    if (seen?.pulse !== run.pulse) {
      this.#seen.set(run, { pulse: run.pulse, since: now, told: false });
      return;
    }
    if (seen.told || now - seen.since < this.#stallSeconds) return;
    seen.told = true;
    this.#onStall?.({ id: run.id, updates: run.updates, seconds: Math.round(now - seen.since) });
  }
}
