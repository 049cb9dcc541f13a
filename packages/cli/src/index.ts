export {
  type Checkpoint,
  createSequentialExecutor,
  type Dataset,
  defineActivation,
  type ErrorRecord,
  type Executor,
  ExecutorError,
  type ExecutorErrorCode,
  type Paused,
  type PlannedTrial,
  type RetryableFailure,
  type SequentialExecutorOptions,
  type StudyPoint,
  type StudyRecord,
  type TrialEvent,
  type TrialOutcome,
  type TrialRecord,
  type TrialRunOptions,
  type TrialSpec,
} from "@actbench/core/internal";
export {
  ConfigError,
  type Progress,
  RunError,
  type RunErrorCode,
  type Summary,
  type Sweep,
} from "@actbench/sweep";
export { actbench } from "./actbench.js";
export { type LoadStudyOptions, loadStudy } from "./api/load-study.js";
export { type ReportOptions, report } from "./api/report.js";
export { type RunOptions, type RunResult, run } from "./api/run.js";
export type { Study } from "./study/load-study.js";
export { UsageError } from "./usage-error.js";
