import { type Executor, type TrialOutcome, type TrialSpec, trialId } from "../internal.js";
import { type ContractBench, timeless, watch } from "./contract-bench.js";
import type { ContractCheck } from "./contract-check.js";
import { expectEqual, expectThat } from "./expectations.js";

/** A trial cannot fail like this by a fault of the executor, so nobody is to run it again. */
async function expectFailure(executor: Executor, spec: TrialSpec, what: string): Promise<TrialOutcome> {
  const outcome = await executor.run(spec);
  expectThat(outcome.status === "failed", `${what} gives a failed record; it gave ${outcome.status}`);
  expectThat(!("retryable" in outcome), `${what} is not retryable`);
  expectEqual(outcome.id, trialId(spec), `the id where ${what}`);
  return outcome;
}

/** Trials that cannot be trained, that take too long, and workers that are lost. */
export function failureChecks(
  bench: ContractBench,
  lose: (() => Promise<TrialOutcome>) | undefined,
): readonly ContractCheck[] {
  const checks: ContractCheck[] = [
    {
      name: "returns a failed record for a spec that cannot be trained, and continues",
      async check() {
        const executor = await bench.executor;
        const spec = bench.spec();
        const bad: readonly (readonly [string, TrialSpec])[] = [
          ["another engine", { ...spec, engine: spec.engine + 95 }],
          ["a setting out of range", { ...spec, train: { ...spec.train, batch_size: 0 } }],
          ["more rows than there are", { ...spec, dataset: { ...spec.dataset, train: 1e6 } }],
          ["fewer activations than layers", { ...spec, model: { ...spec.model, activation: [] } }],
        ];
        for (const [what, one] of bad) await expectFailure(executor, one, what);
        expectEqual(timeless(await executor.run(spec)), timeless(bench.reference(spec)), "the next record");
      },
    },
    {
      name: "returns a failed record if it does not have the data",
      async check() {
        const spec = bench.spec();
        const dataset = { ...spec.dataset, hash: "0123456789abcdef".repeat(4) };
        const outcome = await expectFailure(await bench.executor, { ...spec, dataset }, "unknown data");
        expectThat(
          outcome.status === "failed" && outcome.error.code === "dataset_missing",
          "unknown data has the code dataset_missing",
        );
      },
    },
    {
      name: "returns a failed record for the checkpoint of another trial",
      async check() {
        const executor = await bench.executor;
        const paused = await executor.run(bench.spec(1), { until: 5 });
        expectThat(paused.status === "paused", "a trial pauses at the requested step");
        const outcome = await executor.run(bench.spec(2), { from: paused.checkpoint });
        expectThat(outcome.status === "failed" && !("retryable" in outcome), "the trial failed by itself");
      },
    },
    {
      name: "ends a trial whose time is up, and keeps its curve",
      async check() {
        const { events, outcome } = watch(await bench.executor, bench.endless(), { timeout_s: 0.05 });
        const record = await outcome;
        expectThat(
          record.status === "timed_out",
          `a trial whose time is up timed out; it is ${record.status}`,
        );
        expectThat(record.after_s >= 0.05, "it had its time");
        expectEqual(
          record.curve.map(({ epoch }) => epoch),
          record.curve.map((_, epoch) => epoch),
          "the curve has no gap",
        );
        const told = events.filter(({ type }) => type === "epoch").length;
        expectThat(record.curve.length >= told, "the curve has each epoch that was reported");
      },
    },
  ];
  if (lose !== undefined)
    checks.push({
      name: "marks the failure of a lost worker as retryable",
      async check() {
        const outcome = await lose();
        expectThat(
          outcome.status === "failed",
          `a trial whose worker is lost failed; it is ${outcome.status}`,
        );
        expectThat("retryable" in outcome && outcome.retryable === true, "its failure is retryable");
      },
    });
  return checks;
}
