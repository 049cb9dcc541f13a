export * from "./activation/activation.js";
export * from "./activation/activation-card.js";
export * from "./activation/activation-curve.js";
export * from "./activation/activation-error.js";
export type * from "./activation/activation-functions.js";
export * from "./activation/activation-spec.js";
export { brokenConstraint } from "./activation/broken-constraint.js";
export { calledHere } from "./activation/catalog/called-here.js";
export * from "./activation/catalog/catalog.js";
export { mayBeRedefined } from "./activation/catalog/may-be-redefined.js";
export * from "./activation/check-branches.js";
export * from "./activation/check-code.js";
export * from "./activation/code-card.js";
export { type DeadRule, deadRule } from "./activation/dead-rule.js";
export { type ActivationInput, defineActivation } from "./activation/define-activation.js";
export * from "./activation/define-code.js";
export type { ParamInput } from "./activation/define-param.js";
export { describeDead } from "./activation/describe-dead.js";
export * from "./activation/find-activation.js";
export * from "./activation/gain.js";
export * from "./activation/lowered-formulas.js";
export * from "./activation/plugin-definitions.js";
export * from "./activation/properties.js";
export * from "./activation/signal-depth.js";
export * from "./activation/variance-map.js";
export * from "./audit/audit-activation.js";
export type { AuditCheck, AuditCheckName, AuditReport } from "./audit/audit-report.js";
export * from "./audit/measure-elementwise.js";
export { AbortError } from "./contract/abort-error.js";
export { describeError } from "./contract/describe-error.js";
export * from "./contract/executor.js";
export { ExecutorError, type ExecutorErrorCode } from "./contract/executor-error.js";
export type * from "./contract/history.js";
export * from "./contract/identity.js";
export * from "./contract/record.js";
export {
  curveShape,
  epochShape,
  type RecordHead,
  recordHeadShape,
  recordShape,
} from "./contract/record-shape.js";
export * from "./contract/spec.js";
export * from "./contract/spec-defaults.js";
export * from "./contract/spec-shape.js";
export type * from "./contract/speed.js";
export * from "./contract/speed-shape.js";
export * from "./contract/study.js";
export * from "./contract/study-shape.js";
export * from "./contract/unit-state.js";
export * from "./data/data-source.js";
export type * from "./data/dataset.js";
export { findDataset, MissingDatasetError } from "./data/find-dataset.js";
export type { SparseRows } from "./data/row-lists.js";
export { sparseRows } from "./data/sparse-rows.js";
export * from "./forensics/decision-regions.js";
export { FIT_LIMITS, type FitGrid, type FitPlaces, type FitRows, fitPlaces } from "./forensics/fit-places.js";
export { type FitFrame, type FittedNumbers, fittedNumbers } from "./forensics/fitted-numbers.js";
export * from "./forensics/trace-unit.js";
export { NoSuchUnitError, type UnitLook, type UnitPlace } from "./forensics/unit-look.js";
export * from "./formula/at-kink.js";
export * from "./formula/breakpoints.js";
export * as build from "./formula/build.js";
export * from "./formula/derivative/derivative.js";
export * from "./formula/evaluate.js";
export * from "./formula/expr.js";
export * from "./formula/input-names.js";
export * from "./formula/language/condition.js";
export * from "./formula/language/format.js";
export * from "./formula/language/formula-error.js";
export * from "./formula/language/latex.js";
export { formatLatex } from "./formula/language/latex.js";
export * from "./formula/language/parse-formula.js";
export { ONE_OVER_LN } from "./formula/simplify/logarithms.js";
export * from "./formula/simplify/simplify.js";
export * from "./formula/simplify/stable.js";
export * from "./formula/sup-slope.js";
export {
  isOperation,
  mapOperands,
  type Operation,
  operands,
  readsNoise,
  sizeOf,
  substitute,
  variablesOf,
} from "./formula/tree.js";
export * from "./formula/zero-slope.js";
export * from "./intrinsics/patched-intrinsics.js";
export { type ElementwiseKernel, type ElementwiseSpec, elementwiseKernel } from "./kernels/elementwise.js";
export type { InputMap } from "./kernels/inputs.js";
export { type LanePlan, NARROW_LANES, setLanePlan, WIDE_LANES } from "./kernels/lane-plan.js";
export { LoweringError } from "./kernels/lower.js";
export { NORMALIZATION_EPSILON } from "./kernels/normalize.js";
export * from "./math/atan.js";
export * from "./math/erf.js";
export * from "./math/exp.js";
export * from "./math/log.js";
export * from "./math/log1p.js";
export * from "./math/normal.js";
export * from "./math/normal-expectation.js";
export * from "./math/pow.js";
export * from "./math/sigmoid.js";
export * from "./math/sin.js";
export * from "./math/softplus.js";
export * from "./math/tanh.js";
export { isAsked, isOfStudy, measuredMetrics } from "./metric/measured-metrics.js";
export {
  divergedValue,
  isScoreMetric,
  type MetricEntry,
  type MetricRequest,
  requestOf,
  type ScoreMetric,
  SUBSETS,
  type Subset,
} from "./metric/metric-entry.js";
export {
  type EpochMetric,
  isMetricColumn,
  METRICS,
  type MetricColumn,
  metricOf,
  type ScoreMetricName,
  type StartMetricName,
  scoreMetricName,
} from "./metric/metrics.js";
export { RANKING_SCORES, rankingScore } from "./metric/ranking-score.js";
export { isShareUnit, isUnitOfNumbers } from "./metric/unit-kinds.js";
export { activationRules } from "./network/activation-rules.js";
export { type FunctionsOf, MissingCodeError } from "./network/code-rules.js";
export type { ActivationRules } from "./network/rules.js";
export { OPTIMIZER_SETTINGS, type OptimizerEntry, type OptimizerSetting } from "./optimizer/optimizer.js";
export { OPTIMIZER_ENTRIES, optimizerOf } from "./optimizer/optimizers.js";
export * from "./random/philox.js";
export * from "./random/stream.js";
export { evaluateNetwork, type MeasuredNetwork } from "./replay/evaluate-network.js";
export * from "./replay/first-difference.js";
export { inputScaling } from "./replay/input-scaling.js";
export {
  type FilledTensor,
  keptTensors,
  type NetworkTensor,
  networkTensors,
} from "./replay/network-tensors.js";
export type { TensorState } from "./replay/tensor-state.js";
export { type TrainedNetwork, trainNetwork } from "./replay/train-network.js";
export { type States, TrialStates } from "./replay/trial-states.js";
export {
  type Goal,
  type MetricUnit,
  needsAsking,
  type ScoreEntry,
} from "./score/score-entry.js";
export { ASKED_SCORES, SCORES, type ScoreName, scoresOf, whyNoScore } from "./score/scores.js";
export * as shape from "./shape/shape.js";
export { ShapeError } from "./shape/shape-error.js";
export * from "./speed/activation-kernels.js";
export * from "./speed/speed-id.js";
export * from "./speed/step-loop.js";
export * from "./speed/step-times.js";
export { cardTaskData } from "./task/card-task-data.js";
export { type Chance, type ClassChance, classChance, type MeanChance, meanChance } from "./task/chance.js";
export type { TaskData } from "./task/task-entry.js";
export {
  LOSSES,
  type Loss,
  TARGETS,
  TASKS,
  type Target,
  type Task,
  type TaskName,
  taskOf,
} from "./task/tasks.js";
export * from "./text/base64.js";
export * from "./text/csv-text.js";
export * from "./text/nearest-name.js";
export { plainName } from "./text/plain-name.js";
export * from "./text/visible-text.js";
export * from "./text/whole-number.js";
export {
  checkCheckpoint,
  checkCheckpointHead,
  checkCurve,
  checkCurveEnds,
  checkpointHeadShape,
  checkRecord,
  checkRecordHead,
  type RecordedTrial,
} from "./trial/check-record.js";
export { ArithmeticError, type ArithmeticErrorCode } from "./trial/check-spec.js";
export {
  type DatasetFacts,
  estimateTrialBytes,
  keptBytes,
  MAX_KEPT_BYTES,
  MAX_TRIAL_BYTES,
  stepsOf,
  stepsPerEpoch,
  trialCost,
} from "./trial/cost.js";
export * from "./trial/dead-network.js";
export { epochMoment, isTrainingScored, type Moment } from "./trial/epoch-moment.js";
export { kernelsAreRight } from "./trial/kernel-check.js";
export { MemoryAccount } from "./trial/memory-account.js";
export * from "./trial/reached-target.js";
export { runTrial, startTrial, type TrialInParts, type TrialOptions } from "./trial/run-trial.js";
export { createSequentialExecutor, type SequentialExecutorOptions } from "./trial/sequential-executor.js";
export { SplitError, splitKey } from "./trial/split.js";
export type * from "./trial/trial-host.js";
export { fmaAvailable, relaxedSimdProbe } from "./wasm/relaxed-simd.js";
