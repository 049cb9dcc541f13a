export type { MachineCard } from "@actbench/core/internal";
export { type Agent, type AgentOptions, createAgent } from "./agent.js";
export type { AgentCard } from "./agent-card.js";
export type { AgentEvent } from "./agent-event.js";
export { type BrokerReport, checkBroker, inspectBroker } from "./inspect-broker.js";
export { QueueError, type QueueErrorCode } from "./queue-error.js";
export { createQueueExecutor, type QueueExecutor, type QueueExecutorOptions } from "./queue-executor.js";
