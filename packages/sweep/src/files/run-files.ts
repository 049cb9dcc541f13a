/** The names of the files in a run's folder. */
export const RUN_FILES = {
  lock: "study.lock.yaml",
  plan: "plan.jsonl",
  points: "points.jsonl",
  journal: "journal.jsonl",
  /** A folder, only while trials are paused. */
  checkpoints: "checkpoints",
  /** A folder, where `measure.weights` asks for it: a file for each completed trial. */
  weights: "weights",
  /** Cards of the machines where trials ran, if not all ran on the one of the run. */
  machines: "machines.json",
  speed: "speed.jsonl",
  looks: "looks.jsonl",
  results: "results.csv",
  report: "report.html",
  owner: "run.lock",
} as const;

/** The name under which an earlier revision of the lock is kept. */
export function earlierLock(revision: number): string {
  return `study.lock.${revision}.yaml`;
}
