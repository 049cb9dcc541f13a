import type { EpochRecord } from "@actbench/core/internal";
import { Queue } from "bullmq";
import { type Broker, PREFIX } from "./broker.js";

/** Answers of runs that were killed wait this long for the same command, and no more of them than this. */
const KEPT = { age: 24 * 3600, count: 1000 } as const;
/** Events are the library's; nothing here reads them. */
const MAX_EVENTS = 100;

/** What an agent tells those who wait for a job. */
export interface News {
  readonly type: "started" | "epoch" | "ended";
  readonly job: string;
  /** How often the job was begun, this time included. */
  readonly starts?: number;
  readonly epoch?: EpochRecord;
}

/** What those who give jobs tell all agents. */
export interface Call {
  /** A job waits; a job is not wanted any more. */
  readonly type: "work" | "cancel";
  readonly queue: string;
  readonly job: string;
}

/** The channel that agents listen to. */
export const CALLS = `${PREFIX}:calls`;

/** The channel of a queue's news. */
export function newsOf(queue: string): string {
  return `${PREFIX}:news:${queue}`;
}

/** The key that says that a running job is not wanted any more; agents look for it, as a call may be lost. */
export function cancelKey(queue: string, job: string): string {
  return `${PREFIX}:cancel:${queue}:${job}`;
}

/** A queue as seen by those who give jobs. */
export function openQueue(name: string, broker: Broker): Queue {
  const queue = new Queue(name, {
    connection: broker.client,
    prefix: PREFIX,
    streams: { events: { maxLen: MAX_EVENTS } },
    defaultJobOptions: { attempts: 1, removeOnComplete: KEPT, removeOnFail: KEPT },
  });
  // Whoever sent a command gets its error.
  queue.on("error", () => undefined);
  return queue;
}

/** A message of a channel, to which anybody may write; undefined where it is none. */
export function parseMessage(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
