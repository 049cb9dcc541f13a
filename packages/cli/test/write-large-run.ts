import { catalog, stepsPerEpoch, type TrialRecord } from "@actbench/core/internal";
import { loadSweep, openRun } from "@actbench/sweep";
import { type SyntheticTrial, syntheticRecord } from "../../report/test/synthetic-study.js";
import { DATA, MACHINE } from "../../sweep/test/cards.js";
import { MNIST } from "../../sweep/test/load.js";

/** The size of a made-up run: twenty points for each learning rate. */
export interface LargeRunSize {
  readonly rates: number;
  readonly seeds: number;
  readonly epochs: number;
}

const BATCH = 1000;

function sweepOf({ rates, seeds, epochs }: LargeRunSize): string {
  return `version: 1
name: large
dataset: { name: mnist, validation: 5000 }
model: { hidden: [128, 64] }
train: { epochs: ${epochs} }
measure: { train: epoch, dead_units: { every: epoch } }
seeds: ${seeds}
parameters:
  activation: [relu, gelu, tanh, elu, silu, mish, selu, softplus, sigmoid, prelu]
  model.init: [xavier, he]
  train.lr: [${Array.from({ length: rates }, (_, i) => (i + 1) / 100).join(", ")}]
baseline: { activation: relu }
`;
}

/**
 * Writes a run whose trials have all finished, without training them or making its page; gives its folder.
 */
export async function writeLargeRun(out: string, size: LargeRunSize): Promise<string> {
  const catalogs = { activations: catalog, datasets: [MNIST], datasetNames: [], fma: true };
  const sweep = loadSweep({ text: sweepOf(size), file: "large.yaml", overrides: [], catalogs });
  const run = await openRun(out, sweep, {
    machine: MACHINE,
    data: [DATA],
    version: "0.1.0",
    now: () => Date.UTC(2026, 0, 1),
    workers: 2,
    numerics: ["fma", "strict"],
  });
  const specs = new Map(sweep.points.map(({ point, spec }) => [point, spec]));
  for (let at = 0; at < sweep.plan.length; at += BATCH)
    run.append(
      sweep.plan.slice(at, at + BATCH).flatMap((planned) => {
        const spec = specs.get(planned.point);
        return spec === undefined ? [] : [recordOf({ ...planned, spec })];
      }),
    );
  run.writeResults();
  run.close();
  return run.folder;
}

/** A made-up record whose updates and last digest are those that its spec asks for. */
function recordOf(trial: SyntheticTrial): TrialRecord {
  const record = syntheticRecord(trial);
  const steps = stepsPerEpoch(trial.spec);
  const digest = "digest" in record ? record.digest : undefined;
  const last = record.curve.length - 1;
  const curve = record.curve.map((epoch, i) => ({
    ...epoch,
    step: epoch.epoch * steps,
    ...(i === last && digest !== undefined && { digest }),
  }));
  const step = (curve.at(-1)?.step ?? 0) + 12;
  return record.status === "diverged" ? { ...record, curve, step } : { ...record, curve };
}
