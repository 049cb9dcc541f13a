import { cpus } from "node:os";

/**
 * Cores that other processes keep busy: what all cores did less what this process did, over the time between
 * two looks.
 */
export class OthersLoad {
  #last = look();

  /** Since the last call, or since it was made; 0 where the machine does not tell. */
  since(): number {
    const before = this.#last;
    const now = look();
    this.#last = now;
    const seconds = now.at - before.at;
    if (seconds <= 0) return 0;
    return Math.max(0, (now.busy - before.busy - (now.own - before.own)) / seconds);
  }
}

/** Seconds: of the clock, of all cores at work, of this process at work. */
function look(): { readonly at: number; readonly busy: number; readonly own: number } {
  const { user, system } = process.cpuUsage();
  const busy = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { at: performance.now() / 1000, busy: busy / 1000, own: (user + system) / 1e6 };
}
