import {
  type DataCard,
  type MachineCard,
  OTHER_SHAPES,
  ShapeError,
  STUDY_SHAPES,
  type StudyRecord,
  shape,
} from "@actbench/core/internal";
import { Document, isScalar, isSeq, parseDocument, visit } from "yaml";
import { sha256 } from "../files/sha256.js";
import type { EarlyTermination } from "../plan/early-termination.js";
import { planText } from "../plan/plan-text.js";
import { MAX_SHARDS } from "../plan/shard.js";
import type { Budget, PlanShard, Sweep } from "../study/sweep.js";
import type { DataSources } from "./data-sources.js";
import { flatSpec, flatSpecShape, pointLines } from "./point-lines.js";

/** The format of a run's files this version writes, and the newest it reads. */
const RUN_FORMAT = 1;

const MAX_LENGTH = 64_000_000;

/** `study.lock.yaml`: the resolved study; points and plan are in separate files, with their hashes here. */
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

const {
  between,
  count,
  dictionary,
  integer,
  list,
  object,
  objectOf,
  optional,
  pattern,
  size,
  text,
  wholeFrom,
} = shape;

const hash = pattern(/^[0-9a-f]{64}$/, "a SHA-256 of 64 hexadecimal digits");
const part = between(1, MAX_SHARDS);

const LOCK_SHAPES: shape.AllKeys<StudyLock> = {
  ...STUDY_SHAPES,
  hash,
  engine: integer,
  numerics: list(OTHER_SHAPES.numerics),
  budget: objectOf<Budget>({
    time_s: optional(size),
    trial_timeout_s: optional(size),
    memory_bytes: optional(size),
    max_failures: optional(count),
    retries: count,
  }),
  workers: wholeFrom(1),
  shard: optional(objectOf<PlanShard>({ index: part, count: part, plan: hash })),
  early_terminate: optional(
    objectOf<EarlyTermination>({
      eta: between(1, Number.POSITIVE_INFINITY),
      brackets: list(list(count)),
      within: optional(list(text)),
    }),
  ),
  sources: optional(dictionary(text)),
  base: flatSpecShape,
  sha256: object({ points: hash, plan: hash }),
};

const whole = objectOf<StudyLock>(LOCK_SHAPES);

/** A lock, without what else its text may say. */
const lockShape: shape.Shape<StudyLock> = (value) => {
  const known = Object.entries(whole(value)).filter(([key]) => Object.hasOwn(LOCK_SHAPES, key));
  return Object.fromEntries(known) as unknown as StudyLock;
};

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

const HEAD = "# Written by actbench; identifies this run. Change the sweep file, not this one.\n";
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
  if (source.length > MAX_LENGTH) return `it has ${source.length} characters`;
  // First of all: a newer version may vouch for its files in another way.
  const format = Number(/^format: (\d{1,9})$/m.exec(source)?.[1] ?? 0);
  if (format > RUN_FORMAT) return format;
  const end = source.lastIndexOf(CHECKSUM);
  if (end === -1) return "its last line, the checksum, is missing";
  if (source.slice(end) !== `${CHECKSUM}${sha256(source.slice(0, end))}\n`)
    return "its checksum does not match";
  const document = parseDocument(source, {
    version: "1.2",
    schema: "core",
    merge: false,
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error !== undefined) return error.message;
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  try {
    return lockShape(value);
  } catch (error) {
    if (error instanceof ShapeError) return error.message;
    throw error;
  }
}
