/** What the command's exit says. */
export const EXIT = {
  ok: 0,
  /**
   * A verdict failed, and nothing else: `check`, `compare --fail-on`, `doctor`, `replay`, `model`, `report
   * --verify`, `datasets verify`, `activations check`.
   */
  verdict: 1,
  /** Usage, configuration, or anything else that kept the command from its work. */
  usage: 2,
  /** Some trials failed, timed out or ran out of memory. */
  trialsFailed: 3,
  /** A run's files are damaged. */
  damaged: 4,
  /** Interrupted; the same command continues a run. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
