import { reachedTarget, type StatsSettings, type TrialRecord } from "@actbench/core/internal";

/**
 * When a trial reached the accuracy that its study names, as a line; nothing where it names none, or nothing
 * has run.
 */
export function targetText(
  record: TrialRecord | undefined,
  { target_accuracy: target }: StatsSettings,
): readonly string[] {
  if (record === undefined || target === undefined) return [];
  const reached = reachedTarget(record, target);
  if (reached === undefined) return [`accuracy ${target} was not reached`];
  const { epoch, step, train_s } = reached;
  const seconds = train_s === undefined ? "" : `, ${Number(train_s.toPrecision(3))} s of training`;
  return [`accuracy ${target} reached after epoch ${epoch}: ${step} updates${seconds}`];
}
