import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { freshFolder } from "./run-folder.js";

const PROCESS = fileURLToPath(new URL("contend-for-lock.mjs", import.meta.url));

/** What processes that contended for one lock came to. */
export interface Contention {
  readonly folder: string;
  readonly taken: number;
  readonly refused: number;
  /** Times that one held the lock while another one did. */
  readonly together: number;
  readonly killed: number;
}

export interface ContentionOptions {
  readonly processes: number;
  readonly attempts: number;
  /** Processes killed at random moments, each replaced by another; default: none. */
  readonly kills?: number;
}

/** Lets processes contend for the lock of a folder; each plays many that die and leave it. */
export async function contend({ processes, attempts, kills = 0 }: ContentionOptions): Promise<Contention> {
  const folder = freshFolder();
  mkdirSync(join(folder, "alive"));
  const running = new Set<ChildProcess>();
  const ends: Promise<readonly Counts[]>[] = [];
  const start = (): void => {
    const child = spawn(process.execPath, [PROCESS, folder, `${attempts}`], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(child);
    ends.push(countsOf(child).finally(() => running.delete(child)));
  };
  for (let i = 0; i < processes; i++) start();
  writeFileSync(join(folder, "begin"), "");
  let killed = 0;
  for (; killed < kills; killed++) {
    const victim = [...running][Math.floor(Math.random() * running.size)];
    if (victim === undefined) break;
    // Somewhere in its first attempts, or before them.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    victim.kill("SIGKILL");
    start();
  }
  const counts = (await Promise.all(ends)).flat();
  const sum = (of: keyof Counts): number => counts.reduce((total, one) => total + one[of], 0);
  return { folder, taken: sum("taken"), refused: sum("refused"), together: sum("together"), killed };
}

interface Counts {
  readonly taken: number;
  readonly refused: number;
  readonly together: number;
}

/** What a process printed; nothing of one that was killed. */
async function countsOf(child: ChildProcess): Promise<readonly Counts[]> {
  const [printed, [code, signal]] = await Promise.all([
    child.stdout === null ? "" : text(child.stdout),
    once(child, "close"),
  ]);
  if (signal === "SIGKILL") return [];
  if (code !== 0) throw new Error(`a process that contended for the lock ended with ${String(code)}`);
  return [JSON.parse(printed) as Counts];
}

/** The names of a folder that belong to its lock. */
export function lockNames(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith("run.lock"));
}
