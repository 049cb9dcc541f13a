// What every executor promises, as checks that any test runner can run: nothing here depends on one.
import type { Dataset, Executor, TrialOutcome } from "../internal.js";
import { ContractBench } from "./contract-bench.js";
import type { ContractCheck } from "./contract-check.js";
import { endingChecks } from "./ending-checks.js";
import { failureChecks } from "./failure-checks.js";
import { recordChecks } from "./record-checks.js";

export type { ContractCheck };

export interface ExecutorContractOptions {
  /**
   * Opens the executor under test with these datasets: once for most checks, and again for those that close
   * one.
   */
  readonly open: (datasets: readonly Dataset[]) => Executor | Promise<Executor>;
  /** Runs a trial whose worker is lost in the middle; absent where an executor has no workers to lose. */
  readonly lose?: () => Promise<TrialOutcome>;
}

export interface ExecutorContract {
  readonly checks: readonly ContractCheck[];
  /** Closes the executor that the checks shared. */
  close(): Promise<void>;
}

/**
 * The checks of an executor, for any test runner:
 *
 * ```ts
 * const { checks, close } = executorContract({ open: (datasets) => createMyExecutor({ datasets }) });
 * afterAll(close);
 * it.each(checks)("$name", ({ check }) => check());
 * ```
 */
export function executorContract({ open, lose }: ExecutorContractOptions): ExecutorContract {
  const bench = new ContractBench(open);
  const checks = [...recordChecks(bench), ...failureChecks(bench, lose), ...endingChecks(bench)];
  return { checks, close: () => bench.close() };
}
