/** Node's newer `process`, which tells the processor time of a thread. */
interface ThreadTimes {
  readonly pid: number;
  threadCpuUsage?(): { readonly user: number; readonly system: number };
}

/** A thread's processor time in seconds, where Node offers it (23.9 and later); nothing elsewhere. */
export function cpuClock(): { readonly cpuSeconds?: () => number } {
  const { threadCpuUsage }: ThreadTimes = process;
  if (threadCpuUsage === undefined) return {};
  return {
    cpuSeconds: () => {
      const { user, system } = threadCpuUsage.call(process);
      return (user + system) / 1e6;
    },
  };
}
