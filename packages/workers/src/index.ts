export { CodeError } from "./code/code-error.js";
export { codeHash } from "./code/code-hash.js";
export { type CodeModule, loadCode } from "./code/load-code.js";
export { machineBytes } from "./machine-bytes.js";
export { type EngineSetup, prepareEngine } from "./prepare-engine.js";
export { enableRelaxedSimd } from "./relaxed-simd.js";
export {
  measureSpeedGroup,
  type SpeedCandidate,
  type SpeedCandidates,
  type SpeedOptions,
} from "./speed/measure-speed-group.js";
export type { Stall } from "./stall.js";
export { createThreadExecutor, type ThreadExecutor, type ThreadExecutorOptions } from "./thread-executor.js";
