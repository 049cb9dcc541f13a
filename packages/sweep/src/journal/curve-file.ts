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

/** Epochs that stay in memory, a kilobyte each at most: all of a common run, a part of a large one. */
const KEPT_EPOCHS = 20_000;
/** Of all others the last curves asked for stay, for a point's trials are often asked for several times in a row. */
const RECENT_CURVES = 128;
const RECENT_EPOCHS = 10_000;

/** The curves of a journal's records, read when they are asked for: those of 100,000 trials are more than memory. */
export class CurveFile {
  readonly #path: string;
  readonly #folder: string;
  /** By offset. */
  readonly #kept = new Map<number, readonly EpochRecord[]>();
  #keptEpochs = 0;
  readonly #recent = new RecentCurves();
  readonly #curveProperty: PropertyDescriptor & ThisType<LazyRecord>;

  constructor(path: string, folder: string) {
    this.#path = path;
    this.#folder = folder;
    const read = (place: LinePlace): readonly EpochRecord[] => this.#curve(place);
    this.#curveProperty = {
      enumerable: true,
      configurable: true,
      get() {
        return read(this[PLACE]);
      },
    };
  }

  /** The record with a curve that is read from its line when it is first asked for. */
  record(head: RecordHead, place: LinePlace): TrialRecord {
    return recordOf(new LazyRecord(head, place, this.#curveProperty));
  }

  /** Keeps a curve that is at hand, so that it need not be read. */
  hold({ offset }: LinePlace, curve: readonly EpochRecord[]): void {
    if (this.#keptEpochs + curve.length <= KEPT_EPOCHS) {
      this.#kept.set(offset, curve);
      this.#keptEpochs += curve.length;
      return;
    }
    this.#recent.add(offset, curve);
  }

  #curve(place: LinePlace): readonly EpochRecord[] {
    const held = this.#kept.get(place.offset) ?? this.#recent.at(place.offset);
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

const PLACE = Symbol("place");

/**
 * A record's head, and its curve as a property of its own that is read when it is asked for. One function reads that of
 * all records, so that all have one shape: with a closure each, a record would take three times the memory.
 */
class LazyRecord {
  declare readonly [PLACE]: LinePlace;

  constructor(head: RecordHead, place: LinePlace, curve: PropertyDescriptor) {
    Object.defineProperty(this, PLACE, { value: place });
    Object.assign(this, head);
    Object.defineProperty(this, "curve", curve);
  }
}

/** What a head and a curve make together. */
function recordOf(record: unknown): TrialRecord {
  return record as TrialRecord;
}

interface RecentCurve {
  readonly offset: number;
  readonly curve: readonly EpochRecord[];
}

/**
 * The last curves, in places that are used in turns. A map from which the oldest is deleted would, each time it is
 * rebuilt, leave a copy that keeps what it held alive until the garbage collector looks at everything.
 */
class RecentCurves {
  readonly #curves: (RecentCurve | undefined)[] = new Array(RECENT_CURVES).fill(undefined);
  #next = 0;
  #oldest = 0;
  #epochs = 0;

  at(offset: number): readonly EpochRecord[] | undefined {
    return this.#curves.find((one) => one?.offset === offset)?.curve;
  }

  add(offset: number, curve: readonly EpochRecord[]): void {
    if (this.#next - this.#oldest === RECENT_CURVES) this.#drop();
    this.#curves[this.#next++ % RECENT_CURVES] = { offset, curve };
    this.#epochs += curve.length;
    while (this.#epochs > RECENT_EPOCHS && this.#oldest < this.#next - 1) this.#drop();
  }

  #drop(): void {
    const place = this.#oldest++ % RECENT_CURVES;
    this.#epochs -= this.#curves[place]?.curve.length ?? 0;
    this.#curves[place] = undefined;
  }
}
