import { Buffer } from "node:buffer";
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { guardDisk } from "../files/guard-disk.js";
import { refuseLink } from "../files/refuse-link.js";
import { RunError } from "../run/run-error.js";
import type { LinePlace } from "./curve-file.js";
import type { JournalEntry } from "./journal-entry.js";
import { encodeLine } from "./journal-line.js";
import type { JournalState } from "./read-journal.js";

/** The one writer of a journal: each entry is one `write`, on the disk when `append` returns. */
export class JournalWriter {
  readonly #fd: number;
  readonly #folder: string;
  #size: number;
  #next: number;

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

  /** Writes entries, each by one `write`, and returns where they stand when they are on the disk. */
  append(entries: readonly JournalEntry[]): readonly LinePlace[] {
    const places = entries.map((entry) => this.#appendOne(entry));
    guardDisk(this.#folder, "write to its journal", () => fdatasyncSync(this.#fd));
    return places;
  }

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
