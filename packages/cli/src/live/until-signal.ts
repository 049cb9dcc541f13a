const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits for a signal to end the process. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
