import { canonicalJson } from "@actbench/core/internal";
import { RunError } from "../files/run-error.js";
import { type Shard, shardName } from "../plan/shard.js";
import { readLock } from "../run/locked-study.js";
import type { StudyLock } from "../run/study-lock.js";

/** A shard's folder and what its lock says. */
export interface ReadShard {
  readonly folder: string;
  readonly lock: StudyLock;
  readonly shard: Shard & { readonly plan: string };
}

/** What may differ between shards of one plan: where and when they ran. */
const OWN = ["revision", "created", "version", "machine", "workers", "budget", "shard", "sha256"] as const;

/**
 * The locks of shards, in their order. Throws a `RunError` that names the folder which is no shard, is there
 * twice or belongs to another plan, and the shards that are missing.
 */
export function readShards(folders: readonly string[]): readonly ReadShard[] {
  const shards = folders.map(readShard);
  const [first] = shards;
  if (first === undefined) throw new RunError("run_unmergeable", "", "there is nothing to merge");
  const byIndex = new Map<number, ReadShard>();
  for (const one of shards) {
    const stranger = difference(first, one);
    if (stranger !== undefined) refuse(one, `it is not a shard of the plan of ${first.folder}: ${stranger}`);
    const twin = byIndex.get(one.shard.index);
    if (twin !== undefined)
      refuse(one, `${shardName(one.shard)} is given twice, also in ${twin.folder}; give one of them`);
    byIndex.set(one.shard.index, one);
  }
  const { count } = first.shard;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0)
    throw new RunError(
      "run_unmergeable",
      first.folder,
      `${missing.length} of ${count} shards are missing: ${missing
        .slice(0, 10)
        .map((index) => `${index}/${count}`)
        .join(", ")}${missing.length > 10 ? ", …" : ""}; run them with --shard, then merge all`,
    );
  return [...byIndex.values()].sort((a, b) => a.shard.index - b.shard.index);
}

function readShard(folder: string): ReadShard {
  const lock = readLock(folder);
  if (lock === undefined)
    throw new RunError("run_unmergeable", folder, `${folder} is not a run: it has no study.lock.yaml`);
  if (lock.shard === undefined)
    throw new RunError("run_unmergeable", folder, `${folder} is a complete run, not a shard: leave it out`);
  return { folder, lock, shard: lock.shard };
}

/** In what two shards differ that must be the same. */
function difference(a: ReadShard, b: ReadShard): string | undefined {
  if (a.lock.hash !== b.lock.hash)
    return `its study is ${b.lock.hash.slice(0, 16)}…, not ${a.lock.hash.slice(0, 16)}…`;
  if (a.lock.engine !== b.lock.engine)
    return `it ran on engine ${b.lock.engine}, not ${a.lock.engine}, whose numbers differ`;
  if (a.shard.count !== b.shard.count) return `it is one of ${b.shard.count} shards, not of ${a.shard.count}`;
  if (a.shard.plan !== b.shard.plan) return "its plan differs, for example in its seeds";
  if (a.lock.sha256.points !== b.lock.sha256.points) return "its configurations differ";
  const own: readonly string[] = OWN;
  const rest = ({ lock }: ReadShard): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(lock).filter(([key]) => !own.includes(key)));
  const [left, right] = [rest(a), rest(b)];
  const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find(
    (name) => canonicalJson(left[name] ?? null) !== canonicalJson(right[name] ?? null),
  );
  return key === undefined ? undefined : `its ${key} differs`;
}

function refuse({ folder }: ReadShard, why: string): never {
  throw new RunError("run_unmergeable", folder, `${folder}: ${why}`);
}
