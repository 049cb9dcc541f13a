import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The built command line. */
export const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.bundle.js", import.meta.url));

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL("../", import.meta.url));

export interface Outcome {
  /** The exit code; null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Call {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs it, such as `taskset -c 0`. */
  readonly under?: readonly string[];
  /** Called with all of stdout so far whenever more arrives; may send a signal. */
  readonly onStdout?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
  /** Called when the process was started. */
  readonly onSpawn?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** The same of stderr. */
  readonly onStderr?: (stderr: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built command line as a user would: another process, its output in pipes. */
export function actbench(
  args: readonly string[],
  { cwd, env = {}, under = [], onStdout, onStderr, onSpawn }: Call,
): Promise<Outcome> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const [command = "", ...words] = [...under, process.execPath, MAIN, ...args];
  const child = spawn(command, words, {
    cwd,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    onStdout?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    onStderr?.(stderr, (signal) => child.kill(signal));
  });
  onSpawn?.((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "actbench test "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
