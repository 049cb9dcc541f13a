import { Buffer } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import type { EpochRecord, TrialRecord } from "@actbench/core";
import { RunError } from "../run/run-error.js";
import type { RecordHead } from "./journal-entry.js";
import { decodeLine } from "./journal-line.js";

/** Where a line stands in a journal, in bytes, without its line feed. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

/** Epochs that are kept in memory, a kilobyte each at most: all of a common run, a part of a large one. */
const MOST_EPOCHS = 50_000;

/** The curves of a journal's records, read when they are asked for: those of 100,000 trials are more than memory. */
export class CurveFile {
  readonly #path: string;
  readonly #folder: string;
  /** By offset, the oldest first. */
  readonly #held = new Map<number, readonly EpochRecord[]>();
  #epochs = 0;

  constructor(path: string, folder: string) {
    this.#path = path;
    this.#folder = folder;
  }

  /** The record with a curve that is read from its line when it is first asked for. */
  record(head: RecordHead, place: LinePlace): TrialRecord {
    const curve = (): readonly EpochRecord[] => this.#curve(place);
    return {
      ...head,
      get curve() {
        return curve();
      },
    };
  }

  /** Keeps a curve that is at hand, so that it need not be read. */
  hold({ offset }: LinePlace, curve: readonly EpochRecord[]): void {
    this.#held.set(offset, curve);
    this.#epochs += curve.length;
    for (const [oldest, { length }] of this.#held) {
      if (this.#epochs <= MOST_EPOCHS || oldest === offset) return;
      this.#held.delete(oldest);
      this.#epochs -= length;
    }
  }

  #curve(place: LinePlace): readonly EpochRecord[] {
    const held = this.#held.get(place.offset);
    if (held !== undefined) return held;
    const line = decodeLine(this.#read(place));
    const curve = line.ok ? line.curve() : undefined;
    if (curve === undefined)
      throw new RunError(
        "run_damaged",
        this.#folder,
        `${this.#path}: the record at byte ${place.offset} ${line.ok ? "holds no curve" : `was damaged since it was opened: ${line.reason}`}. Run the sweep again: what it held runs again`,
      );
    this.hold(place, curve);
    return curve;
  }

  #read({ offset, length }: LinePlace): Buffer {
    const fd = openSync(this.#path, "r");
    try {
      const line = Buffer.allocUnsafe(length);
      const read = readSync(fd, line, 0, length, offset);
      return line.subarray(0, read);
    } finally {
      closeSync(fd);
    }
  }
}
