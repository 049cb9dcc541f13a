import { Buffer } from "node:buffer";
import { closeSync, readSync } from "node:fs";
import { basename } from "node:path";
import {
  checkCurve,
  checkCurveEnds,
  type EpochRecord,
  type PointSpec,
  type RecordHead,
  ShapeError,
  type TrialRecord,
} from "@actbench/core/internal";
import { openFile } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import type { RunProblem } from "../files/run-problem.js";
import { decodeCurve, decodeCurveEnds } from "./curve-text.js";
import { curveTextOf, notOurs } from "./journal-line.js";

/** Where a line stands in a journal, in bytes, without its line feed. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

/** Epochs that stay in memory, a kilobyte each at most: all of a common run, a part of a large one. */
const KEPT_EPOCHS = 20_000;
/**
 * Of all others the last curves asked for stay, for a point's trials are often asked for several times in a
 * row.
 */
const RECENT_CURVES = 128;
const RECENT_EPOCHS = 10_000;
/** Whoever wants a line near the one before goes through the file, and gets some lines at a time. */
const BLOCK_BYTES = 1 << 17;

export interface CurveFileOptions {
  readonly path: string;
  /** The run's folder. */
  readonly folder: string;
  /**
   * Receives a line whose curve turns out to be invalid when it is first read; its record continues without a
   * curve.
   */
  readonly onProblem: (problem: RunProblem) => void;
}

/** The curves of a journal's records, read on demand: those of 100,000 trials do not fit into memory. */
export class CurveFile {
  readonly #options: CurveFileOptions;
  /** By offset. */
  readonly #kept = new Map<number, readonly EpochRecord[]>();
  #keptEpochs = 0;
  readonly #recent = new RecentCurves();
  /** Offsets of lines whose curve is none. */
  readonly #malformed = new Set<number>();
  #block: { readonly offset: number; readonly bytes: Buffer } | undefined;
  readonly #curveProperty: PropertyDescriptor & ThisType<LazyRecord>;

  constructor(options: CurveFileOptions) {
    this.#options = options;
    const read = (record: LazyRecord): readonly EpochRecord[] => this.#curve(record);
    this.#curveProperty = {
      enumerable: true,
      configurable: true,
      get() {
        return read(this);
      },
    };
  }

  /** The record with a curve that is read from its line, and checked, when it is first asked for. */
  record(head: RecordHead, place: LinePlace, spec: PointSpec): TrialRecord {
    return recordOf(new LazyRecord(head, { place, spec, curve: this.#curveProperty }));
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

  /**
   * The record with the first and the last epoch of its curve, which alone are read and checked: a page of
   * many trials shows no more of most. The record as it is where more has to be read, and whatever is no
   * record of this file.
   */
  withEnds(record: TrialRecord): TrialRecord {
    if (!(record instanceof LazyRecord) || this.#isRead(record)) return record;
    const ends = decodeCurveEnds(this.#text(record[PLACE]));
    if (ends === undefined) return record;
    const head = headOf(record);
    try {
      const curve = checkCurveEnds(ends, head, { id: head.id, spec: record[SPEC] });
      return { ...head, curve };
    } catch (error) {
      // Whoever reads it whole reports it.
      if (error instanceof ShapeError) return record;
      throw error;
    }
  }

  #isRead({ [PLACE]: { offset } }: LazyRecord): boolean {
    return this.#kept.has(offset) || this.#malformed.has(offset) || this.#recent.at(offset) !== undefined;
  }

  #curve(record: LazyRecord): readonly EpochRecord[] {
    const { [PLACE]: place, [SPEC]: spec } = record;
    const held = this.#kept.get(place.offset) ?? this.#recent.at(place.offset);
    if (held !== undefined) return held;
    if (this.#malformed.has(place.offset)) return [];
    const head: RecordHead = recordOf(record);
    try {
      const curve = checkCurve(decodeCurve(this.#text(place)), head, { id: head.id, spec });
      this.hold(place, curve);
      return curve;
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      this.#malformed.add(place.offset);
      this.#report(place, head.id, notOurs(error));
      return [];
    }
  }

  #text(place: LinePlace): string {
    const { path, folder } = this.#options;
    const line = curveTextOf(this.#line(place));
    if (line.ok) return line.text;
    throw new RunError(
      "run_damaged",
      folder,
      `${path}: the record at byte ${place.offset} was damaged since it was opened: ${line.reason}. Run the sweep again: its trial runs again`,
    );
  }

  #report({ offset }: LinePlace, id: string, reason: string): void {
    const message = `this line is damaged: ${reason}; its trial is shown without a curve`;
    const { path, onProblem } = this.#options;
    onProblem({ file: basename(path), line: this.#lineAt(offset), offset, kind: "damaged", message, id });
  }

  /** The number of the line that begins at a byte, 1-based. */
  #lineAt(offset: number): number {
    const CHUNK = 1 << 20;
    let line = 1;
    for (let at = 0; at < offset; at += CHUNK)
      for (const byte of this.#read(at, Math.min(CHUNK, offset - at))) if (byte === 10) line += 1;
    return line;
  }

  #line({ offset, length }: LinePlace): Buffer {
    const from = offset - (this.#block?.offset ?? 0);
    const held = from < 0 ? undefined : this.#block?.bytes.subarray(from, from + length);
    if (held?.length === length) return held;
    const isNear = from >= 0 && from < 2 * BLOCK_BYTES;
    const bytes = this.#read(offset, isNear ? Math.max(length, BLOCK_BYTES) : length);
    this.#block = { offset, bytes };
    return bytes.subarray(0, length);
  }

  #read(offset: number, length: number): Buffer {
    const fd = openFile(this.#options.folder, this.#options.path);
    try {
      const bytes = Buffer.allocUnsafe(length);
      const read = readSync(fd, bytes, 0, length, offset);
      return bytes.subarray(0, read);
    } finally {
      closeSync(fd);
    }
  }
}

const PLACE = Symbol("place");
const SPEC = Symbol("spec");

/**
 * A record's head, and its curve as a property that is read on demand. One function reads that of
 * all records, so that all have one shape: with a closure each, a record would take three times the memory.
 */
class LazyRecord {
  declare readonly [PLACE]: LinePlace;
  declare readonly [SPEC]: PointSpec;

  constructor(
    head: RecordHead,
    {
      place,
      spec,
      curve,
    }: { readonly place: LinePlace; readonly spec: PointSpec; readonly curve: PropertyDescriptor },
  ) {
    Object.defineProperty(this, PLACE, { value: place });
    Object.defineProperty(this, SPEC, { value: spec });
    Object.assign(this, head);
    Object.defineProperty(this, "curve", curve);
  }
}

/** A record without its curve, which is not read for that. */
function headOf(record: LazyRecord & TrialRecord): RecordHead {
  const head: Record<string, unknown> = {};
  for (const key of Object.keys(record)) if (key !== "curve") head[key] = Reflect.get(record, key);
  return head as unknown as RecordHead;
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
 * The last curves, in places that are used in turns. A map from which the oldest is deleted would, each time
 * it is rebuilt, leave a copy that keeps what it held alive until the garbage collector looks at everything.
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
