export { AbortError } from "./abort-error.js";
export { ExecutorError } from "./executor-error.js";
export { enableRelaxedSimd } from "./relaxed-simd.js";
export {
  createThreadExecutor,
  type Stall,
  type ThreadExecutor,
  type ThreadExecutorOptions,
} from "./thread-executor.js";
