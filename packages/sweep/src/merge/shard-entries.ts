import { join } from "node:path";
import { checkRecord, ShapeError } from "@actbench/core/internal";
import { fileKind } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import type { TrialEntry } from "../journal/journal-entry.js";
import { notOurs } from "../journal/journal-line.js";
import { readJournal } from "../journal/read-journal.js";
import { shardName } from "../plan/shard.js";
import type { SpecsById } from "../plan/specs-by-id.js";
import type { ReadShard } from "./read-shards.js";

/**
 * Hands over the records of a shard's trials, one after the other, each checked; gives the damage that cost
 * none of them, because they ran again. Throws a `RunError` when the journal belongs to another study, or
 * lacks trials.
 */
export function shardEntries(
  { folder, lock, shard }: ReadShard,
  trials: SpecsById,
  onEntry: (entry: TrialEntry) => void,
): readonly string[] {
  const path = join(folder, RUN_FILES.journal);
  const again = `run it again with --shard=${shard.index}/${shard.count}`;
  if (fileKind(folder, path) === "missing")
    throw new RunError("run_damaged", folder, `${folder}: ${RUN_FILES.journal} is missing; ${again}`);
  const missing = new Set(trials.keys());
  const { problems } = readJournal(path, RUN_FILES.journal, (line) => {
    const { entry } = line;
    if (entry.type === "header") {
      if (entry.study === lock.hash) return undefined;
      throw new RunError("run_unmergeable", folder, `${path} is the journal of another study`);
    }
    const { id } = entry.record;
    const spec = trials.get(id);
    if (spec === undefined) return undefined;
    try {
      const record = checkRecord({ ...entry.record, curve: line.curve() }, { id, spec });
      missing.delete(id);
      const { revision, summary } = entry;
      const held = { revision, record, ...(summary && { summary }) };
      // Not where it ran: machines are numbered in the shard's folder.
      onEntry(entry.type === "finished" ? { type: entry.type, ...held } : { ...entry, record });
      return undefined;
    } catch (error) {
      if (error instanceof ShapeError) return notOurs(error);
      throw error;
    }
  });
  const damage = problems.filter(({ kind }) => kind !== "torn");
  if (missing.size === 0) return damage.map(({ line, message }) => `${path}:${line}: ${message}`);
  const [first] = damage;
  if (first !== undefined)
    throw new RunError("run_damaged", folder, `${path}:${first.line}: ${first.message}; ${again}`);
  throw new RunError(
    "run_unmergeable",
    folder,
    `${folder}: ${missing.size} of the ${trials.size} trials of ${shardName(shard)} are not finished; ${again}`,
  );
}
