import { constants } from "node:os";

/** How a process is asked to end: first to finish what runs, then at once. */
export interface Interruption {
  /** Aborted by the first signal: start nothing new, finish what runs. */
  readonly drain: AbortSignal;
  /** Aborted by the second signal: stop what runs. */
  readonly stop: AbortSignal;
  /** Stops listening. */
  dispose(): void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens for SIGINT, SIGTERM and SIGHUP; a third one ends the process on the spot. */
export function listenForInterruption(
  host: Pick<NodeJS.Process, "on" | "off" | "exit">,
  say: (text: string) => void,
): Interruption {
  const drain = new AbortController();
  const stop = new AbortController();
  let received = 0;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    received++;
    if (received === 1) {
      say(`${signal}: finishing the running trials; once more stops them (the same command continues)`);
      drain.abort();
    } else if (received === 2) {
      say(`${signal}: stopping`);
      stop.abort();
    } else host.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) host.on(signal, onSignal);
  return {
    drain: drain.signal,
    stop: stop.signal,
    dispose: () => {
      for (const signal of SIGNALS) host.off(signal, onSignal);
    },
  };
}
