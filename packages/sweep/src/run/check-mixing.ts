import type { PlannedTrial } from "@actbench/core/internal";
import { RunError } from "../files/run-error.js";
import type { StudyLock } from "./study-lock.js";

/**
 * Refuses to go on in a folder whose finished trials belong to something else: another study, engine,
 * arithmetic, data or plan. Throws a `RunError` that names it and the way out.
 */
export function checkMixing(
  folder: string,
  before: StudyLock,
  now: StudyLock,
  plans: { readonly before: readonly PlannedTrial[]; readonly now: readonly PlannedTrial[] },
): void {
  const refuse = (what: string, wayOut: string): never => {
    throw new RunError("run_mixed", folder, `${folder}: ${what}. ${wayOut}`);
  };
  const elsewhere = "Use another --out, or move this folder away";
  if (before.hash !== now.hash)
    refuse(
      `this folder holds another study (${before.hash.slice(0, 16)}…, not ${now.hash.slice(0, 16)}…)`,
      elsewhere,
    );
  if (before.engine !== now.engine)
    refuse(
      `its trials ran on engine ${before.engine}, but this actbench has engine ${now.engine}, which gives different numbers`,
      `Continue with actbench ${before.version}, or start a new run: use another --out, or move this folder away`,
    );
  if (before.numerics.join() !== now.numerics.join())
    refuse(
      `it was planned with numerics ${before.numerics.join(" and ")}, but here it is ${now.numerics.join(" and ")}`,
      "Continue on a machine like the first, or use another --out with numerics=strict, which runs everywhere",
    );
  for (const card of now.data) {
    const earlier = before.data.find(({ name }) => name === card.name);
    if (earlier !== undefined && earlier.hash !== card.hash)
      refuse(
        `the data of ${card.name} changed (SHA-256 ${earlier.hash.slice(0, 12)}…, now ${card.hash.slice(0, 12)}…)`,
        `Restore the data, or start a new run: use another --out, or move this folder away`,
      );
  }
  const key = ({ point, seed }: PlannedTrial): string => `${point} ${seed}`;
  const ids = new Map(plans.before.map((trial) => [key(trial), trial.id]));
  const changed = plans.now.find((trial) => (ids.get(key(trial)) ?? trial.id) !== trial.id);
  if (changed !== undefined)
    refuse(
      `its plan has trial ${changed.trial} (point ${changed.point}, seed ${changed.seed}) as ${ids.get(key(changed))}, now it is ${changed.id}`,
      elsewhere,
    );
}
