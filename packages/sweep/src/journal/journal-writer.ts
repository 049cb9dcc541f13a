import { Buffer } from "node:buffer";
import { closeSync, fdatasync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import { fileKind } from "../files/file-kind.js";
import { guardDisk } from "../files/guard-disk.js";
import { refuseLink } from "../files/refuse-link.js";
import { RunError } from "../files/run-error.js";
import type { LinePlace } from "./curve-file.js";
import type { JournalEntry } from "./journal-entry.js";
import { encodeLine } from "./journal-line.js";
import type { JournalState } from "./read-journal.js";

/** Where a journal continues, and how it is written to disk. */
type WriterOptions = Pick<JournalState, "next" | "keepBytes" | "unterminated"> & {
  /** Resolves when all that was written before is on the disk; for tests. */
  readonly datasync?: (fd: number) => Promise<void>;
};

/**
 * The one writer of a journal: each entry is one `write`, on the disk when `append` returns or `commit`
 * resolves.
 */
export class JournalWriter {
  readonly #fd: number;
  readonly #folder: string;
  readonly #datasync: (fd: number) => Promise<void>;
  #size: number;
  #next: number;
  /**
   * The sync under way, or the last one. One that failed leaves unknown what the disk holds: so do all after
   * it.
   */
  #sync: Promise<void> = Promise.resolve();
  /** The sync that begins after it, while entries wait for that. */
  #nextSync: Promise<void> | undefined;

  /**
   * Opens the journal behind its last whole line; a torn tail, already reported by `readJournal`, is cut off.
   */
  constructor(path: string, folder: string, { datasync = promisify(fdatasync), ...state }: WriterOptions) {
    this.#folder = folder;
    this.#datasync = datasync;
    this.#next = state.next;
    this.#size = state.keepBytes;
    refuseLink(folder, path);
    fileKind(folder, path);
    this.#fd = guardDisk(folder, "open its journal", () => openSync(path, "a"));
    guardDisk(folder, "repair its journal", () => {
      if (fstatSync(this.#fd).size > state.keepBytes) ftruncateSync(this.#fd, state.keepBytes);
      if (state.unterminated) this.#write(Buffer.from("\n"));
      fdatasyncSync(this.#fd);
    });
  }

  /**
   * Writes entries, each by one `write`, and returns when they are on the disk. `onPlaced` gets each with
   * where it stands, one by one: their curves need not be in memory together.
   */
  append(
    entries: Iterable<JournalEntry>,
    onPlaced: (entry: JournalEntry, place: LinePlace) => void = () => {},
  ): void {
    for (const entry of entries) onPlaced(entry, this.#appendOne(entry));
    guardDisk(this.#folder, "write to its journal", () => fdatasyncSync(this.#fd));
  }

  /**
   * Writes entries, each by one `write`, and resolves to where they stand when they are on the disk. Those
   * written while the disk is busy with others wait for one sync together.
   */
  async commit(entries: readonly JournalEntry[]): Promise<readonly LinePlace[]> {
    const places = entries.map((entry) => this.#appendOne(entry));
    // The sync under way may have begun before these bytes were written; the one after it has them.
    this.#nextSync ??= this.#sync.then(() => {
      this.#sync = this.#nextSync ?? this.#sync;
      this.#nextSync = undefined;
      return this.#datasync(this.#fd);
    });
    await this.#nextSync.catch((error: unknown) =>
      guardDisk(this.#folder, "write to its journal", () => {
        throw error;
      }),
    );
    return places;
  }

  /** Only when no commit is under way. */
  close(): void {
    closeSync(this.#fd);
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
