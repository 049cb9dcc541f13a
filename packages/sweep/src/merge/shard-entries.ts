import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PlannedTrial } from "@actbench/core";
import type { TrialEntry } from "../journal/journal-entry.js";
import { readJournal } from "../journal/read-journal.js";
import { RunError } from "../run/run-error.js";
import { RUN_FILES } from "../run/run-files.js";
import { shardName } from "../shard/shard.js";
import type { ReadShard } from "./read-shards.js";

/**
 * Hands over the records of a shard's part of the plan, one after the other. Throws a `RunError` when the journal is
 * damaged, belongs to another study, or lacks trials.
 */
export function shardEntries(
  { folder, lock, shard }: ReadShard,
  plan: readonly PlannedTrial[],
  onEntry: (entry: TrialEntry) => void,
): void {
  const path = join(folder, RUN_FILES.journal);
  const again = `run it again with --shard=${shard.index}/${shard.count}`;
  if (!existsSync(path))
    throw new RunError("run_damaged", folder, `${folder}: ${RUN_FILES.journal} is missing; ${again}`);
  const ids = new Set(plan.map(({ id }) => id));
  const missing = new Set(ids);
  const { problems } = readJournal(path, RUN_FILES.journal, (line) => {
    const { entry } = line;
    if (entry.type === "header") {
      if (entry.study === lock.hash) return;
      throw new RunError("run_unmergeable", folder, `${path} is the journal of another study`);
    }
    if (!ids.has(entry.record.id)) return;
    const curve = line.curve();
    if (curve === undefined)
      throw new RunError("run_damaged", folder, `${path}: record ${line.n} holds no curve; ${again}`);
    missing.delete(entry.record.id);
    onEntry({ ...entry, record: { ...entry.record, curve } });
  });
  const damage = problems.find(({ kind }) => kind !== "torn");
  if (damage !== undefined)
    throw new RunError("run_damaged", folder, `${path}:${damage.line}: ${damage.message}; ${again}`);
  if (missing.size > 0)
    throw new RunError(
      "run_unmergeable",
      folder,
      `${folder}: ${missing.size} of the ${ids.size} trials of ${shardName(shard)} are not finished; ${again}`,
    );
}
