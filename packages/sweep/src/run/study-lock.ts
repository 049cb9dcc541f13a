import { createHash } from "node:crypto";
import type { DataCard, MachineCard, StudyRecord } from "@actbench/core";
import { Document, isScalar, isSeq, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { EarlyTermination } from "../halving/early-termination.js";
import { planText } from "../plan/plan-text.js";
import type { Budget, PlanShard, Sweep } from "../study/sweep.js";
import type { DataSources } from "./data-sources.js";
import { flatSpec, pointLines } from "./point-lines.js";

/** The format of a run's files this version writes, and the newest it reads. */
export const RUN_FORMAT = 1;

const MAX_LENGTH = 64_000_000;
const text = z.string();
const anyList = z.array(z.unknown());
const anyMap = z.record(z.string(), z.unknown());

const schema = z.object({
  format: z.literal(RUN_FORMAT),
  name: text,
  hash: text.regex(/^[0-9a-f]{64}$/),
  revision: z.int().min(1),
  created: text,
  version: text,
  engine: z.int(),
  numerics: z.array(text),
  study_seed: z.int(),
  method: text,
  metric: z.object({ name: text, goal: z.enum(["maximize", "minimize"]) }),
  axes: z.array(z.object({ name: text, values: anyList })),
  seeds: z.array(z.int()),
  confirm: z.object({ seeds: z.array(z.int()), points: z.array(z.int().min(0)) }).optional(),
  baseline: anyMap.optional(),
  budget: z.object({ retries: z.int().min(0) }).loose(),
  stats: z.object({ confidence: z.number(), correction: text }).loose(),
  claims: z.array(z.object({ id: text }).loose()),
  workers: z.int().min(1),
  machine: anyMap,
  data: z.array(z.object({ name: text, hash: text }).loose()),
  activations: z.array(z.object({ label: text, name: text }).loose()),
  base: anyMap,
  sha256: z.object({ points: text, plan: text }),
  shard: z.object({ index: z.int().min(1), count: z.int().min(1), plan: text }).optional(),
  early_terminate: z.object({ eta: z.number(), brackets: z.array(z.array(z.int())) }).optional(),
  sources: z.record(text, text).optional(),
  config: text,
});

/** `study.lock.yaml`: the resolved study; points and plan are in files of their own, held by their hashes. */
export interface StudyLock extends Omit<StudyRecord, "format" | "points" | "plan" | "workers"> {
  readonly format: typeof RUN_FORMAT;
  readonly engine: number;
  readonly numerics: readonly string[];
  readonly budget: Budget;
  readonly workers: number;
  readonly shard?: PlanShard;
  readonly early_terminate?: EarlyTermination;
  /** Where own data lies, relative to the run's folder: no page holds it. */
  readonly sources?: DataSources;
  /** The first point's spec by full setting names; `points.jsonl` holds what differs from it. */
  readonly base: ReturnType<typeof flatSpec>;
  readonly sha256: { readonly points: string; readonly plan: string };
}

/** A lock with the two files it vouches for. */
export interface LockedFiles {
  readonly lock: StudyLock;
  readonly points: string;
  readonly plan: string;
}

/** What a run's folder is to hold for a sweep. */
export function lockFiles(
  sweep: Sweep,
  host: {
    readonly machine: MachineCard;
    readonly data: readonly DataCard[];
    readonly sources?: DataSources;
    readonly version: string;
    readonly workers: number;
    readonly created: string;
  },
): LockedFiles {
  const { points, plan, datasets, speed: _speed, warnings: _warnings, workers: _workers, ...study } = sweep;
  const first = points[0];
  const base = first === undefined ? {} : flatSpec(first.spec);
  const pointText = pointLines(points, base);
  const lines = planText(plan);
  const names = new Set(datasets.map(({ name }) => name));
  return {
    lock: {
      format: RUN_FORMAT,
      revision: 1,
      created: host.created,
      version: host.version,
      engine: first?.spec.engine ?? 0,
      numerics: [...new Set(points.map(({ spec }) => spec.numerics))].sort(),
      ...study,
      workers: host.workers,
      machine: host.machine,
      data: host.data.filter(({ name }) => names.has(name)),
      ...(host.sources && { sources: host.sources }),
      base,
      sha256: { points: sha256(pointText), plan: sha256(lines) },
    },
    points: pointText,
    plan: lines,
  };
}

const HEAD = "# Written by actbench; it says what this run is. Change the sweep file, not this one.\n";
const CHECKSUM = "# SHA-256 of all above: ";

/** The text of `study.lock.yaml`; its last line vouches for the others. */
export function formatLock(lock: StudyLock): string {
  const document = new Document(lock, { aliasDuplicateObjects: false });
  // Formulas and lists of plain values on one line each: a person reads this file.
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isSeq(value) && (isNamed(key, "tree") || value.items.every((item) => isScalar(item))))
        value.flow = true;
    },
  });
  const body = `${HEAD}${document.toString({ lineWidth: 0 })}`;
  return `${body}${CHECKSUM}${sha256(body)}\n`;
}

function isNamed(key: unknown, name: string): boolean {
  return isScalar(key) && key.value === name;
}

/** Reads a lock; returns what is wrong with it as a text, and a newer format as its number. */
export function parseLock(source: string): StudyLock | string | number {
  if (source.length > MAX_LENGTH) return `it holds ${source.length} characters`;
  // First of all: a newer version may vouch for its files in another way.
  const format = Number(/^format: (\d{1,9})$/m.exec(source)?.[1] ?? 0);
  if (format > RUN_FORMAT) return format;
  const end = source.lastIndexOf(CHECKSUM);
  if (end === -1) return "its last line, the checksum, is missing";
  if (source.slice(end) !== `${CHECKSUM}${sha256(source.slice(0, end))}\n`)
    return "its checksum does not fit";
  const document = parseDocument(source, {
    version: "1.2",
    schema: "core",
    merge: false,
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error !== undefined) return error.message;
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  }
  return result.data as unknown as StudyLock;
}

export function sha256(data: string): string {
  return createHash("sha256").update(data).digest("hex");
}
