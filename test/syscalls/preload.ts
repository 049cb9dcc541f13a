import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("fault.c", import.meta.url));

/** Calls that change files, or those that read them. */
export type CallSet = "change" | "read";

/** What becomes of a call: see `fault.c`. */
export type How = "error" | "kill" | "short" | "half-error" | "half-kill";

/** The errors that a call may end in; every one of them is a disk's or a system's answer to it. */
const ERRORS: Readonly<Record<string, number>> = {
  open: constants.errno.EMFILE,
  write: constants.errno.ENOSPC,
  mkdir: constants.errno.ENOSPC,
  rename: constants.errno.EACCES,
  link: constants.errno.EPERM,
};

/** One call of a process on its files. */
export interface Call {
  readonly name: string;
  /** Below the folder. */
  readonly path: string;
}

/** The library that is loaded before libc. */
export class Preload {
  // LD_PRELOAD takes a blank for the end of a name.
  readonly #folder = mkdtempSync(join(tmpdir(), "actbench-syscalls-"));
  readonly #library = join(this.#folder, "fault.so");

  /** Builds it. Throws where there is no C compiler. */
  constructor() {
    const { status, stderr, error } = spawnSync(
      "cc",
      ["-Wall", "-Wextra", "-O2", "-shared", "-fPIC", "-o", this.#library, SOURCE, "-ldl"],
      { encoding: "utf8" },
    );
    if (status !== 0)
      throw new Error(`these tests need a C compiler, such as gcc: ${error?.message ?? stderr.trim()}`);
  }

  /**
   * The environment in which the calls on a folder's files are counted, and the `at`-th goes wrong; 0: none.
   */
  environment(fault: {
    readonly root: string;
    readonly set: CallSet;
    readonly log: string;
    readonly at?: number;
    readonly how?: How;
    readonly call?: Call;
  }): Readonly<Record<string, string>> {
    const { root, set, log, at = 0, how = "error", call } = fault;
    return {
      LD_PRELOAD: this.#library,
      FAULT_ROOT: root,
      FAULT_SET: set,
      FAULT_LOG: log,
      FAULT_AT: `${at}`,
      FAULT_HOW: how,
      FAULT_ERRNO: `${ERRORS[call?.name ?? ""] ?? constants.errno.EIO}`,
    };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The calls that were counted, and whether one of them went wrong. */
export function readLog(log: string): { readonly calls: readonly Call[]; readonly isHit: boolean } {
  const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(0, -1) : [];
  const calls = lines.map((line) => {
    const [, name = "", path = ""] = /^(\S+) (.*)$/s.exec(line) ?? [];
    return { name, path };
  });
  return {
    calls: calls.filter(({ name }) => name !== "fault"),
    isHit: calls.some(({ name }) => name === "fault"),
  };
}
