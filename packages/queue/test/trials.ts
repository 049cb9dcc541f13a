/** Small data that can be learned, and trials of some milliseconds on it. */
export { contractData, contractSpec, ENDLESS } from "../../core/src/executor-contract/contract-trials.js";
