const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits until the process is asked to end. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    const onSignal = (): void => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
}
