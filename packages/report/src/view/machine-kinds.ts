import type { MachineCard, RunHistory, StudyRecord } from "@actbench/core/internal";
import { plural } from "../format/format.js";
import { machineDifferences } from "./machine-differences.js";
import type { TrialView } from "./trial-view.js";

/** Machines that are alike, and what ran on them. */
export interface MachineKind {
  readonly card: MachineCard;
  readonly machines: number;
  /** Trials that ended on them. */
  readonly trials: readonly TrialView[];
}

/**
 * The kinds of machines that trials ran on, those with most trials first; one where all ran on the study's
 * own.
 */
export function machineKinds(
  study: Pick<StudyRecord, "machine">,
  trials: readonly TrialView[],
  history: Pick<RunHistory, "places"> | undefined,
): readonly MachineKind[] {
  const cards = [study.machine, ...(history?.places?.machines ?? [])];
  const byMachine = cards.map((): TrialView[] => []);
  const numbers = (history?.places?.ran_on ?? []).flatMap(([machine, count]) =>
    Array.from({ length: Math.min(count, trials.length) }, () => machine),
  );
  trials.forEach((trial, i) => {
    if (trial.record !== undefined) byMachine[numbers[i] ?? 0]?.push(trial);
  });
  const kinds: { card: MachineCard; machines: number; trials: TrialView[] }[] = [];
  cards.forEach((card, number) => {
    const own = byMachine[number] ?? [];
    if (own.length === 0 && (number === 0 ? history?.places !== undefined : true)) return;
    const kind = kinds.find((one) => machineDifferences(one.card, card).length === 0);
    if (kind === undefined) kinds.push({ card, machines: 1, trials: own });
    else {
      kind.machines += 1;
      kind.trials = [...kind.trials, ...own];
    }
  });
  return kinds.sort((a, b) => b.trials.length - a.trials.length);
}

/** `3 machines of 2 kinds`; one kind is not counted. */
export function machinesText(kinds: readonly MachineKind[]): string {
  const machines = plural(
    kinds.reduce((sum, kind) => sum + kind.machines, 0),
    "machine",
  );
  return kinds.length < 2 ? machines : `${machines} of ${kinds.length} kinds`;
}
