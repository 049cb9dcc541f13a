/** How a thread is made ready to compute: `@actbench/workers/engine`, without the threads. */
export { type EngineSetup, prepareEngine } from "./prepare-engine.js";
export { enableRelaxedSimd } from "./relaxed-simd.js";
