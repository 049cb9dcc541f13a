import { constants } from "node:os";

/** Requests to end a process: the first finishes what runs, the second ends immediately. */
export interface Interruption {
  /** Aborted by the first signal: start nothing new, finish what runs. */
  readonly drain: AbortSignal;
  /** Aborted by the second signal: stop what runs. */
  readonly stop: AbortSignal;
  /** Whether it was no signal but an error that nobody handled. */
  readonly accident: boolean;
  /**
   * Until `end` the next signal, whichever it is, aborts this one too and says `words`: for what nothing is
   * lost of when it ends immediately.
   */
  atOnce(words: string): { readonly signal: AbortSignal; end(): void };
  /** Stops listening. */
  dispose(): void;
}

/** What a command that is interrupted says it does: at the first signal, and what comes of it. */
const FINISHING = {
  does: "finishing the running trials; once more stops them",
  after: "the same command continues",
} as const;

export type InterruptionWords = Readonly<Record<keyof typeof FINISHING, string>>;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Ends process 1, that of a container, by a signal that no command listens for: the kernel would do nothing,
 * and a supervisor wait for its patience to end.
 */
export function obeySignalsAsProcessOne(
  host: Pick<NodeJS.Process, "pid" | "on" | "listenerCount" | "exit">,
): void {
  if (host.pid !== 1) return;
  for (const signal of SIGNALS)
    host.on(signal, () => {
      if (host.listenerCount(signal) === 1) host.exit(128 + constants.signals[signal]);
    });
}

/**
 * Listens for SIGINT, SIGTERM and SIGHUP; a third one ends the process on the spot. An unhandled rejection
 * drains like a first signal: what finished is kept, and nothing is begun in a process that is not as it
 * should be.
 */
export function listenForInterruption(
  host: Pick<NodeJS.Process, "on" | "off" | "exit">,
  say: (text: string) => void,
  { does, after }: InterruptionWords = FINISHING,
): Interruption {
  const drain = new AbortController();
  const stop = new AbortController();
  let received = 0;
  let accident = false;
  let atOnce: { readonly words: string; readonly controller: AbortController } | undefined;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    received++;
    if (atOnce !== undefined && !atOnce.controller.signal.aborted) {
      say(`${signal}: ${atOnce.words}`);
      drain.abort();
      atOnce.controller.abort();
    } else if (received === 1) {
      say(`${signal}: ${does} (${after})`);
      drain.abort();
    } else if (received === 2) {
      say(`${signal}: stopping`);
      stop.abort();
    } else host.exit(128 + constants.signals[signal]);
  };
  const onRejection = (reason: unknown): void => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    say(`an error that nothing handled: ${text}\n${does} (${after})`);
    accident = true;
    drain.abort();
  };
  for (const signal of SIGNALS) host.on(signal, onSignal);
  host.on("unhandledRejection", onRejection);
  return {
    drain: drain.signal,
    stop: stop.signal,
    get accident() {
      return accident;
    },
    atOnce: (words) => {
      const own = { words, controller: new AbortController() };
      atOnce = own;
      return {
        signal: own.controller.signal,
        end: () => {
          if (atOnce === own) atOnce = undefined;
        },
      };
    },
    dispose: () => {
      host.off("unhandledRejection", onRejection);
      for (const signal of SIGNALS) host.off(signal, onSignal);
    },
  };
}
