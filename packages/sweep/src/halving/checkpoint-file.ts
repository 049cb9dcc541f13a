import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { type Checkpoint, checkpointHeadShape, ShapeError, shape } from "@actbench/core/internal";
import { crc32c } from "../files/crc32c.js";

/** The format of a checkpoint's file. In format 1 the weights lay in another order. */
const FORMAT = 2;
const LINE_FEED = 10;
const HEAD = /^([0-9a-f]{8}) (.*)$/s;

/** A paused trial and what its run so far has cost. */
export interface SavedTrial {
  readonly checkpoint: Checkpoint;
  /** Seconds it ran, for its timeout. */
  readonly spent_s: number;
  /** Runs lost to faults of the infrastructure. */
  readonly retries: number;
  /** Its record is a failure, which this run is to replace. */
  readonly again: boolean;
}

/** All of a checkpoint's file but the state. */
export interface CheckpointHead extends Omit<SavedTrial, "checkpoint"> {
  readonly format: typeof FORMAT;
  readonly checkpoint: Omit<Checkpoint, "state">;
  readonly bytes: number;
  readonly sha256: string;
}

const { count, exactly, objectOf, pattern, size, truth } = shape;
const headShape = objectOf<CheckpointHead>({
  format: exactly(FORMAT),
  checkpoint: checkpointHeadShape,
  spent_s: size,
  retries: count,
  again: truth,
  bytes: count,
  sha256: pattern(/^[0-9a-f]{64}$/, "a SHA-256 of 64 hexadecimal digits"),
});

/** A file's bytes: a line `<crc32c> <head as JSON>`, then the state, which the head vouches for. */
export function encodeCheckpoint({ checkpoint: { state, ...checkpoint }, ...cost }: SavedTrial): Buffer {
  const head: CheckpointHead = {
    format: FORMAT,
    checkpoint,
    ...cost,
    bytes: state.length,
    sha256: sha256(state),
  };
  const text = Buffer.from(JSON.stringify(head), "utf8");
  return Buffer.concat([Buffer.from(`${checksum(text)} `), text, Buffer.from("\n"), state]);
}

/** Reads a file's first line, given without its line feed; undefined where it is damaged. */
export function parseHead(line: Buffer): CheckpointHead | undefined {
  const [, sum, text = ""] = HEAD.exec(line.toString("utf8")) ?? [];
  if (sum !== checksum(Buffer.from(text, "utf8"))) return undefined;
  try {
    return headShape(JSON.parse(text));
  } catch (error) {
    // Whole, and of another version or of nobody's.
    if (error instanceof ShapeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads a whole file; undefined where it is damaged. */
export function decodeCheckpoint(file: Buffer): SavedTrial | undefined {
  const end = file.indexOf(LINE_FEED);
  const head = end === -1 ? undefined : parseHead(file.subarray(0, end));
  const state = Uint8Array.from(file.subarray(end + 1));
  if (head === undefined || sha256(state) !== head.sha256) return undefined;
  const { checkpoint, spent_s, retries, again } = head;
  return { checkpoint: { ...checkpoint, state }, spent_s, retries, again };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function checksum(bytes: Buffer): string {
  return crc32c(bytes).toString(16).padStart(8, "0");
}
