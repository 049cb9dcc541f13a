export { loadActivations } from "./activation/load-activations.js";
export type { Catalogs } from "./config/catalogs.js";
export { ConfigError } from "./config/config-error.js";
export { type ConfigProblem, formatProblem } from "./config/config-problem.js";
export { makeFolder } from "./files/make-folder.js";
export { RunError, type RunErrorCode } from "./files/run-error.js";
export { RUN_FILES } from "./files/run-files.js";
export type { RunProblem } from "./files/run-problem.js";
export { type Merged, mergeRuns } from "./merge/merge-runs.js";
export type { PlannedRung } from "./plan/rung-plan.js";
export { parseShard, type Shard } from "./plan/shard.js";
export type { ColumnType } from "./results/csv-columns.js";
export { curveTable, type TypedTable } from "./results/curve-table.js";
export { toCsv } from "./results/to-csv.js";
export { trialColumns, trialColumnTypes, trialRows } from "./results/trial-rows.js";
export type { DataSources } from "./run/data-sources.js";
export { listRuns } from "./run/list-runs.js";
export { noteLook } from "./run/looks.js";
export { openRun } from "./run/open-run.js";
export type { Counts, Progress } from "./run/progress.js";
export { readDataSources } from "./run/read-data-sources.js";
export { readHistory } from "./run/read-history.js";
export { type RunContents, readRun } from "./run/read-run.js";
export { runStudy } from "./run/run-study.js";
export {
  readRunSpeed,
  readSpeedFile,
  SpeedFileError,
  writeRunSpeed,
  writeSpeedFile,
} from "./run/speed-file.js";
export type { StudyOptions, Summary } from "./run/study-session.js";
export { readWeights } from "./run/weights-file.js";
export type { RunHost, WritableRun } from "./run/writable-run.js";
export { changedSettings } from "./settings/changed-settings.js";
export { findSetting } from "./settings/find-setting.js";
export { parseBytes, parseDuration } from "./settings/quantities.js";
export { schemaText } from "./settings/schema-text.js";
export {
  dataSourceReference,
  type KeyReference,
  type SettingReference,
  settingReference,
  studyKeyReference,
} from "./settings/setting-reference.js";
export { sweepJsonSchema } from "./settings/sweep-json-schema.js";
export { shardSweep } from "./shard/shard-sweep.js";
export { type LoadOptions, loadSweep } from "./study/load-sweep.js";
export type { OwnData } from "./study/own-data.js";
export { type PlanRow, type PlanTable, planTable } from "./study/plan-table.js";
export { type PluginName, pluginNames } from "./study/plugin-names.js";
export { folderName } from "./study/study-name.js";
export type { Budget, Sweep, WorkersSetting } from "./study/sweep.js";
export { type WantedData, wantedData } from "./study/wanted-data.js";
