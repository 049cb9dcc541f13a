import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessIdentity, thisProcess } from "./process-identity.js";
import { RunError } from "./run-error.js";
import { RUN_FILES } from "./run-files.js";

const RENEW_MS = 15_000;
/** A process of another machine cannot be asked whether it lives; it is taken for dead when it has not renewed for so long. */
const LEASE_MS = 300_000;
/** A lock that does not say whose it is was damaged; whoever may hold it all the same has missed three renewals by then. */
const UNNAMED_LEASE_MS = 3 * RENEW_MS;
const ATTEMPTS = 10;

/** The right to write to a run's folder, held by one process at a time. */
export class FolderLock {
  readonly #path: string;
  readonly #text: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(path: string, text: string, now: () => number) {
    this.#path = path;
    this.#text = text;
    this.#timer = setInterval(() => this.#renew(now()), RENEW_MS);
    this.#timer.unref();
  }

  /**
   * Takes the lock; one left behind by a process that is gone is taken over and said in `notices`.
   * Throws a `RunError` with code `run_busy` while another process holds it.
   */
  static acquire(folder: string, now: () => number, notices: string[]): FolderLock {
    const path = join(folder, RUN_FILES.owner);
    const text = `${JSON.stringify({ ...thisProcess(), token: randomUUID() })}\n`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (create(path, text)) return new FolderLock(path, text, now);
      const held = readOwner(path);
      if (held === undefined) continue;
      if (!isStale(held, path, now())) throw busy(folder, path, held.owner);
      if (removeStale(path, held.text))
        notices.push(
          held.owner === undefined
            ? `${path} was damaged and nobody renewed it; the folder was taken over`
            : `the folder was still locked by process ${held.owner.pid}, which is gone; it was taken over`,
        );
    }
    throw new RunError(
      "run_busy",
      folder,
      `${folder}: several processes are trying to take this folder; run the same command again`,
    );
  }

  /** Gives the lock back, unless another process has taken it over. */
  release(): void {
    clearInterval(this.#timer);
    if (readOwner(this.#path)?.text === this.#text) rmSync(this.#path, { force: true });
  }

  #renew(nowMs: number): void {
    try {
      utimesSync(this.#path, nowMs / 1000, nowMs / 1000);
    } catch {
      clearInterval(this.#timer); // the folder is gone: the journal says so at the next record
    }
  }
}

interface Held {
  readonly text: string;
  /** Undefined when the file does not say. */
  readonly owner: ProcessIdentity | undefined;
}

/** Creates the file with its content in one step; false when there is one. */
function create(path: string, text: string): boolean {
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
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOwner(path: string): Held | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return { text, owner: parseOwner(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parseOwner(text: string): ProcessIdentity | undefined {
  try {
    const { pid, started, machine } = (JSON.parse(text) ?? {}) as Partial<ProcessIdentity>;
    return Number.isInteger(pid) && typeof started === "string" && typeof machine === "string"
      ? { pid: pid as number, started, machine }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isStale({ owner }: Held, path: string, nowMs: number): boolean {
  const running = owner === undefined ? undefined : isRunning(owner);
  if (running !== undefined) return !running;
  const renewed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return nowMs - renewed > (owner === undefined ? UNNAMED_LEASE_MS : LEASE_MS);
}

/** Takes a stale lock away; false when it was no longer the one that was judged stale. */
function removeStale(path: string, judged: string): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  const isJudged = readOwner(aside)?.text === judged;
  // Another process was quicker and holds a fresh lock: it goes back where it was.
  if (!isJudged) create(path, readOwner(aside)?.text ?? "");
  rmSync(aside, { force: true });
  return isJudged;
}

function busy(folder: string, path: string, owner: ProcessIdentity | undefined): RunError {
  const message =
    owner === undefined
      ? `${path} is damaged: it does not say which process runs on this folder; where none does, delete the file, or run the same command again in ${UNNAMED_LEASE_MS / 1000} seconds`
      : `${folder}: process ${owner.pid} is running on this folder; wait for it, stop it, or use another --out`;
  return new RunError("run_busy", folder, message);
}
