import { join } from "node:path";
import { RUN_FILES } from "../files/run-files.js";
import { JOURNAL_FORMAT, type JournalEntry } from "../journal/journal-entry.js";
import { JournalWriter } from "../journal/journal-writer.js";

/**
 * Records that are on their way to the disk together: nothing is lost with them, the shards are still there.
 */
const BATCH = 256;

/** A new journal, written in batches. */
export class BatchedJournal {
  readonly #writer: JournalWriter;
  #batch: JournalEntry[];

  constructor(folder: string, study: string) {
    const empty = { next: 0, keepBytes: 0, unterminated: false };
    this.#writer = new JournalWriter(join(folder, RUN_FILES.journal), folder, empty);
    this.#batch = [{ type: "header", format: JOURNAL_FORMAT, study }];
  }

  add(entry: JournalEntry): void {
    this.#batch.push(entry);
    if (this.#batch.length >= BATCH) this.flush();
  }

  flush(): void {
    this.#writer.append(this.#batch);
    this.#batch = [];
  }

  close(): void {
    this.#writer.close();
  }
}
