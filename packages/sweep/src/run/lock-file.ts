import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import type { ProcessIdentity } from "./process-identity.js";

/** Limit on nested claims, each left by a process that died while taking over from the one before. */
const MAX_CLAIM_DEPTH = 8;

/** What a lock says: a file that is created whole, belongs to one process and changes hands in one step. */
export interface LockFile {
  readonly text: string;
  /** Undefined when the file does not say. */
  readonly owner: ProcessIdentity | undefined;
}

/** The process that asks, and how it judges others. */
export interface Contender {
  /** What its files hold: no two processes write the same. */
  readonly text: string;
  /** Whether the process that wrote a file will not come back to it. */
  isStale(held: LockFile, path: string): boolean;
}

/**
 * Reads a lock; undefined where there is none. Anything but a file, or a file without an owner's entry, has
 * no owner.
 */
export function readLockFile(path: string): LockFile | undefined {
  try {
    // A pipe would wait for a writer, and a link leads elsewhere.
    if (!lstatSync(path).isFile()) return { text: "", owner: undefined };
    const text = readFileSync(path, "utf8");
    return { text, owner: parseOwner(text) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Creates a lock with its content in one step; false when something is there, or somebody was quicker. */
export function createLockFile(path: string, text: string): boolean {
  return withDraft(path, text, (draft) => unlessPassed(() => linkSync(draft, path)));
}

/**
 * Puts the contender's lock in place of one that holds `judged`. False where it no longer holds that, or
 * another process is changing it: of all that ask for the same lock, however late, one gets it.
 */
export function replaceLockFile(path: string, judged: string, contender: Contender): boolean {
  return changeAlone(path, judged, contender, () => putInPlace(path, contender.text));
}

/** Takes a lock away that holds `judged`; false as above. */
export function removeLockFile(path: string, judged: string, contender: Contender): boolean {
  return changeAlone(path, judged, contender, () => {
    rmSync(path);
    return true;
  });
}

/**
 * The kind of a file next to a lock that was left by a process that died while writing, taking over or
 * releasing it: a claim, or the draft of a file, which may not have an owner yet. Undefined for other files.
 */
export function leftoverKind(lock: string, name: string): "draft" | "claim" | undefined {
  const rest = name.startsWith(lock) ? name.slice(lock.length) : "";
  if (/^(?:\.[0-9a-f]{16})*\.[0-9a-f-]{36}$/.test(rest)) return "draft";
  return /^(?:\.[0-9a-f]{16})+$/.test(rest) ? "claim" : undefined;
}

/**
 * A lock that holds `judged` changes only under a claim, a file named by what it holds: whoever created that
 * file, looked again and still found `judged` is alone with it. A claim whose process died changes hands in
 * the same way.
 */
function changeAlone(
  path: string,
  judged: string,
  contender: Contender,
  change: () => boolean,
  depth = 0,
): boolean {
  const claim = `${path}.${createHash("sha256").update(judged).digest("hex").slice(0, 16)}`;
  if (!createLockFile(claim, contender.text)) {
    const held = readLockFile(claim);
    if (held === undefined || depth >= MAX_CLAIM_DEPTH || !contender.isStale(held, claim)) return false;
    const take = () => putInPlace(claim, contender.text);
    if (!changeAlone(claim, held.text, contender, take, depth + 1)) return false;
  }
  try {
    return readLockFile(path)?.text === judged && change();
  } finally {
    if (readLockFile(claim)?.text === contender.text) rmSync(claim, { force: true });
  }
}

/** Replaces a lock. */
function putInPlace(path: string, text: string): boolean {
  return withDraft(path, text, (draft) => unlessPassed(() => renameSync(draft, path)));
}

/** Whether a draft was used; the holder of the lock deletes drafts that have no owner yet. */
function unlessPassed(use: () => void): boolean {
  try {
    use();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" || isMissing(error)) return false;
    throw error;
  }
}

/** Writes a temporary file next to a lock, calls a function with it, and deletes it. */
function withDraft<T>(path: string, text: string, use: (draft: string) => T): T {
  const draft = `${path}.${randomUUID()}`;
  try {
    const fd = openSync(draft, "wx");
    try {
      writeFileSync(fd, text);
      // Else a power cut may leave the name with nothing behind it.
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    return use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

function parseOwner(text: string): ProcessIdentity | undefined {
  try {
    const { pid, started, machine, namespace } = (JSON.parse(text) ?? {}) as Partial<ProcessIdentity>;
    const isOwner = Number.isInteger(pid) && typeof started === "string" && typeof machine === "string";
    if (!isOwner) return undefined;
    return { pid: pid as number, started, machine, ...(typeof namespace === "string" ? { namespace } : {}) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
