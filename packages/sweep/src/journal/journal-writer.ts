import { Buffer } from "node:buffer";
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { guardDisk } from "../files/guard-disk.js";
import { refuseLink } from "../files/refuse-link.js";
import { RunError } from "../run/run-error.js";
import type { LinePlace } from "./curve-file.js";
import type { JournalEntry } from "./journal-entry.js";
import { encodeLine } from "./journal-line.js";
import type { JournalState } from "./read-journal.js";

/** How long entries wait for the disk, so that it takes those of thousands of short trials many at a time. */
const SYNC_MS = 20;

/**
 * The one writer of a journal: each entry is one `write`, so that a killed process loses none; a power failure may lose those of the
 * last 20 ms.
 */
export class JournalWriter {
  readonly #fd: number;
  readonly #folder: string;
  #size: number;
  #next: number;
  /** Runs while entries wait for the disk. */
  #waiting: NodeJS.Timeout | undefined;
  /** What the disk said when nobody listened; told by the next call. */
  #failure: unknown;

  /** Opens the journal behind its last whole line; a torn tail, already reported by `readJournal`, is cut off. */
  constructor(
    path: string,
    folder: string,
    state: Pick<JournalState, "next" | "keepBytes" | "unterminated">,
  ) {
    this.#folder = folder;
    this.#next = state.next;
    this.#size = state.keepBytes;
    refuseLink(folder, path);
    this.#fd = guardDisk(folder, "open its journal", () => openSync(path, "a"));
    guardDisk(folder, "repair its journal", () => {
      if (fstatSync(this.#fd).size > state.keepBytes) ftruncateSync(this.#fd, state.keepBytes);
      if (state.unterminated) this.#write(Buffer.from("\n"));
      fdatasyncSync(this.#fd);
    });
  }

  /** Writes entries, each by one `write`, and returns where they stand. Throws where the disk did not take earlier ones. */
  append(entries: readonly JournalEntry[]): readonly LinePlace[] {
    this.#tellFailure();
    const places = entries.map((entry) => this.#appendOne(entry));
    this.#waiting ??= setTimeout(() => this.#sync(), SYNC_MS).unref();
    return places;
  }

  /** Returns when all is on the disk. */
  close(): void {
    if (this.#waiting !== undefined) this.#sync();
    closeSync(this.#fd);
    this.#tellFailure();
  }

  #sync(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    try {
      fdatasyncSync(this.#fd);
    } catch (error) {
      this.#failure = error;
    }
  }

  #tellFailure(): void {
    const failure = this.#failure;
    if (failure === undefined) return;
    this.#failure = undefined;
    guardDisk(this.#folder, "write to its journal", () => {
      throw failure;
    });
  }

  #appendOne(entry: JournalEntry): LinePlace {
    const line = encodeLine(this.#next, entry);
    const { size, nlink } = guardDisk(this.#folder, "look at its journal", () => fstatSync(this.#fd));
    if (nlink === 0) throw new RunError("run_write", this.#folder, "the journal was deleted while running");
    if (size !== this.#size)
      throw new RunError(
        "run_write",
        this.#folder,
        `the journal is ${size} bytes long and should be ${this.#size}: something else wrote to it; run the same command again`,
      );
    const place = { offset: this.#size, length: line.length - 1 };
    guardDisk(this.#folder, "write to its journal", () => this.#write(line));
    this.#next += 1;
    return place;
  }

  #write(line: Buffer): void {
    try {
      let written = 0;
      while (written < line.length) written += writeSync(this.#fd, line, written);
    } catch (error) {
      // A full disk may have taken half a record: the next one must not be glued to it.
      ftruncateSync(this.#fd, this.#size);
      throw error;
    }
    this.#size += line.length;
  }
}
