/**
 * Seconds that this process has computed, all its threads together: of one busy thread, the time of an idle
 * machine. What other processes take is not counted, beyond what they cost in shared caches and memory.
 */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
