export type * from "./data/dataset.js";
export * from "./formula/expr.js";
export * from "./random/philox.js";
export * from "./random/stream.js";
export * from "./trial/executor.js";
export * from "./trial/identity.js";
export * from "./trial/record.js";
export * from "./trial/spec.js";
export * from "./trial/study.js";
