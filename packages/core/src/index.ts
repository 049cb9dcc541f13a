// What a program outside of actbench composes. The other packages import `@actbench/core/internal`.
export type { Activation, FormulaActivation } from "./activation/activation.js";
export { type ActivationSettings, activationSpec } from "./activation/activation-spec.js";
export { catalog } from "./activation/catalog/catalog.js";
export { defineActivation } from "./activation/define-activation.js";
export { findActivation } from "./activation/find-activation.js";
export { exactFormulas } from "./activation/lowered-formulas.js";
export { auditActivation } from "./audit/audit-activation.js";
export type { AuditReport } from "./audit/audit-report.js";
export type {
  Checkpoint,
  Executor,
  Paused,
  RetryableFailure,
  TrialEvent,
  TrialOutcome,
  TrialRunOptions,
} from "./contract/executor.js";
export { trialId } from "./contract/identity.js";
export type { TrialRecord } from "./contract/record.js";
export { ENGINE, type Numerics, type TrialSpec } from "./contract/spec.js";
export { SPEC_DEFAULTS } from "./contract/spec-defaults.js";
export type { StudyPoint, StudyRecord } from "./contract/study.js";
export type { Dataset } from "./data/dataset.js";
export * as build from "./formula/build.js";
export { derivative } from "./formula/derivative/derivative.js";
export { evaluate } from "./formula/evaluate.js";
export type { Expr } from "./formula/expr.js";
export { formatFormula } from "./formula/language/format.js";
export { formatLatex } from "./formula/language/latex.js";
export { parseFormula } from "./formula/language/parse-formula.js";
export type { DatasetFacts } from "./trial/cost.js";
export { runTrial, type TrialOptions } from "./trial/run-trial.js";
export { createSequentialExecutor, type SequentialExecutorOptions } from "./trial/sequential-executor.js";
export type { TrialHost } from "./trial/trial-host.js";
