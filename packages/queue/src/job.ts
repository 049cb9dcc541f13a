import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  type Checkpoint,
  checkpointHeadShape,
  type MachineCard,
  machineShape,
  type Numerics,
  ShapeError,
  shape,
  type TrialOutcome,
  type TrialSpec,
  trialSpecShape,
} from "@actbench/core/internal";
import { ID } from "./agent-card.js";

/** What an agent is to do. */
export interface Task {
  readonly id: string;
  readonly spec: TrialSpec;
  readonly from?: Checkpoint;
  readonly until?: number;
  readonly timeout_s?: number;
}

/** What an agent answers. */
export interface Answer {
  readonly outcome: TrialOutcome;
  readonly engine: number;
  readonly numerics: Numerics;
  readonly agent: string;
  readonly machine_id: string;
  readonly machine: MachineCard;
}

/** Longer answers are sent compressed. */
const PLAIN_CHARS = 2048;
/** More than any record or checkpoint has: text that would unpack to more is refused. */
const MAX_BYTES = 2 ** 30;
/** Deeper than any formula that a person writes. */
const MAX_DEPTH = 200;

const { number, object, objectOf, oneOf, optional, text, wholeFrom } = shape;

/**
 * The id of a trial's job: of equal work, whoever asks for it. It has letters, as the library refuses
 * numbers.
 */
export function jobId({ id, from, until, timeout_s }: Task): string {
  const start = from === undefined ? "0" : `${from.step}.${stateHash(from)}`;
  return `t-${id}-${start}-${until ?? "end"}-${timeout_s === undefined ? "any" : `${timeout_s}s`}`;
}

function stateHash({ id, state }: Checkpoint): string {
  return createHash("sha256").update(id).update(state).digest("hex").slice(0, 8);
}

/** A task as JSON. */
export function encodeTask({ from, ...task }: Task): object {
  return { ...task, ...(from === undefined ? {} : { from: encodeCheckpoint(from) }) };
}

const taskShape = object({
  id: text,
  spec: (value: unknown) => value,
  from: optional((value: unknown) => value),
  until: optional(wholeFrom(1)),
  timeout_s: optional(number),
});

/** Reads what the broker says is to be done, which anybody may have written. Throws a {@link ShapeError}. */
export function decodeTask(value: unknown): Task {
  checkDepth(value);
  const { id, spec, from, until, timeout_s } = taskShape(value);
  return {
    id,
    spec: trialSpecShape(spec),
    ...(from === undefined ? {} : { from: decodeCheckpoint(from) }),
    ...(until === undefined ? {} : { until }),
    ...(timeout_s === undefined ? {} : { timeout_s }),
  };
}

/** Whatever walks a tree may do so by recursion. */
function checkDepth(value: unknown): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new ShapeError(`it is nested deeper than ${MAX_DEPTH} levels`, "spec");
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
}

function encodeCheckpoint({ state, ...head }: Checkpoint): object {
  return { ...head, state: Buffer.from(state).toString("base64") };
}

const withState = object({ state: text });

function decodeCheckpoint(value: unknown): Checkpoint {
  const { state } = withState(value);
  return { ...checkpointHeadShape(value), state: new Uint8Array(Buffer.from(state, "base64")) };
}

/** An answer as JSON, large ones compressed. */
export function encodeAnswer({ outcome, ...rest }: Answer): object {
  const sent =
    outcome.status === "paused" ? { ...outcome, checkpoint: encodeCheckpoint(outcome.checkpoint) } : outcome;
  const written = JSON.stringify(sent);
  if (written.length <= PLAIN_CHARS) return { ...rest, outcome: sent };
  return { ...rest, packed: gzipSync(written, { level: 1 }).toString("base64") };
}

const answerHead = objectOf<Omit<Answer, "outcome">>({
  engine: number,
  numerics: oneOf<Numerics>("fma", "strict"),
  agent: ID,
  machine_id: ID,
  machine: machineShape,
});
const answerBody = object({ outcome: optional((value: unknown) => value), packed: optional(text) });

/**
 * Reads an answer, which anybody may have written; whether its outcome is one of the trial, the run loop
 * checks. Throws a {@link ShapeError}.
 */
export function decodeAnswer(value: unknown): Answer {
  const head = answerHead(value);
  const { outcome, packed } = answerBody(value);
  const read = packed === undefined ? outcome : parse(unpack(packed));
  const { status } = object({ status: text })(read);
  if (status !== "paused") return { ...head, outcome: read as TrialOutcome };
  const { id, checkpoint } = object({ id: text, checkpoint: (one: unknown) => one })(read);
  return { ...head, outcome: { status, id, checkpoint: decodeCheckpoint(checkpoint) } };
}

function unpack(packed: string): string {
  try {
    return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: MAX_BYTES }).toString("utf8");
  } catch (error) {
    throw new ShapeError(`it cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new ShapeError("it is not JSON", "outcome");
  }
}
