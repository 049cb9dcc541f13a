import { randomUUID } from "node:crypto";
import { lstatSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { RunError } from "../files/run-error.js";
import { RUN_FILES } from "../files/run-files.js";
import {
  type Contender,
  createLockFile,
  type LockFile,
  leftoverKind,
  readLockFile,
  removeLockFile,
  replaceLockFile,
} from "./lock-file.js";
import { type Processes, type ProcessState, systemProcesses } from "./process-identity.js";

const RENEW_MS = 15_000;
/**
 * A process that cannot be asked whether it lives is taken for dead when it has not renewed for so long: on
 * another machine, whose clock may differ; in another namespace of this one, as in a container, which has
 * missed four renewals; one that a damaged lock does not name, which has missed three.
 */
const LEASE_MS = { on_another_machine: 300_000, in_another_namespace: 60_000, unnamed: 45_000 } as const;
const ATTEMPTS = 10;

export interface FolderLockOptions {
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Gets what is worth telling the user. */
  readonly notices: string[];
  /** Default: this machine's. */
  readonly processes?: Processes;
}

/** The right to write to a run's folder, held by one process at a time. */
export class FolderLock {
  readonly #path: string;
  readonly #contender: Contender;
  readonly #timer: NodeJS.Timeout;

  private constructor(path: string, contender: Contender, now: () => number) {
    this.#path = path;
    this.#contender = contender;
    this.#timer = setInterval(() => this.#renew(now()), RENEW_MS);
    this.#timer.unref();
  }

  /**
   * Takes the lock; one left behind by a process that is gone is taken over and said in `notices`.
   * Throws a `RunError` with code `run_busy` while another process holds it.
   */
  static acquire(folder: string, options: FolderLockOptions): FolderLock {
    const { now, notices, processes = systemProcesses } = options;
    const path = join(folder, RUN_FILES.owner);
    const contender: Contender = {
      text: `${JSON.stringify({ ...processes.self(), token: randomUUID() })}\n`,
      isStale: (held, file) => {
        const state = stateOf(held, processes);
        return state === "gone" || (state !== "running" && now() - renewedAt(file) > LEASE_MS[state]);
      },
    };
    const take = (): FolderLock => {
      const lock = new FolderLock(path, contender, now);
      lock.#sweep();
      return lock;
    };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (createLockFile(path, contender.text)) return take();
      const held = readLockFile(path);
      if (held === undefined) continue;
      if (!contender.isStale(held, path)) throw busy(folder, held, stateOf(held, processes));
      if (!replaceLockFile(path, held.text, contender)) continue;
      notices.push(takenOver(path, held));
      return take();
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
    if (!this.#isOurs()) return;
    try {
      removeLockFile(this.#path, this.#contender.text, this.#contender);
    } catch {
      // A full disk has no room for a claim; nobody else makes one of a lock whose process lives.
      rmSync(this.#path, { force: true });
    }
  }

  #isOurs(): boolean {
    return readLockFile(this.#path)?.text === this.#contender.text;
  }

  #renew(nowMs: number): void {
    try {
      if (this.#isOurs()) utimesSync(this.#path, nowMs / 1000, nowMs / 1000);
      else clearInterval(this.#timer);
    } catch {
      clearInterval(this.#timer); // the folder is gone: the journal says so at the next record
    }
  }

  /** Deletes files that dead processes left next to the lock. */
  #sweep(): void {
    const folder = dirname(this.#path);
    for (const name of readdirSync(folder)) {
      const kind = leftoverKind(RUN_FILES.owner, name);
      const path = join(folder, name);
      if (kind === undefined || lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
      const held = readLockFile(path);
      if (held === undefined) continue;
      const isUnnamedDraft = kind === "draft" && held.owner === undefined;
      if (isUnnamedDraft || this.#contender.isStale(held, path)) rmSync(path, { force: true });
    }
  }
}

type HolderState = ProcessState | "unnamed";

function stateOf({ owner }: LockFile, processes: Processes): HolderState {
  return owner === undefined ? "unnamed" : processes.stateOf(owner);
}

function renewedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function takenOver(path: string, { owner }: LockFile): string {
  return owner === undefined
    ? `${path} was damaged and not renewed; the folder was taken over`
    : `the folder was still locked by process ${owner.pid}, which no longer exists; it was taken over`;
}

function busy(folder: string, { owner }: LockFile, state: HolderState): RunError {
  const path = join(folder, RUN_FILES.owner);
  const wayOut = "wait for it, stop it, or use another --out";
  const within = (ms: number) => `or was in the last ${ms / 1000} seconds`;
  const pid = owner?.pid;
  const say = (message: string) => new RunError("run_busy", folder, message);
  switch (state) {
    case "on_another_machine":
      return say(
        `${folder}: process ${pid} of another machine is running on this folder, ${within(LEASE_MS[state])}; ${wayOut}`,
      );
    case "in_another_namespace":
      return say(
        `${folder}: process ${pid} of another container on this machine is running on this folder, ${within(LEASE_MS[state])}; ${wayOut}`,
      );
    case "unnamed":
      return say(
        `${path} is damaged: it does not show which process uses this folder; if none does, delete the file, or run the same command again in ${LEASE_MS[state] / 1000} seconds`,
      );
    case "running":
    case "gone":
      return say(`${folder}: process ${pid} is running on this folder; ${wayOut}`);
    default:
      return state satisfies never;
  }
}
