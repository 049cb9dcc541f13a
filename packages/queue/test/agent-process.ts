import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { AtEnd } from "./redis-server.js";

const FILE = fileURLToPath(new URL("agent-process.mjs", import.meta.url));

/** An event of an agent, or `ready`, or `remark`. */
export interface AgentLine {
  readonly type: string;
  readonly id?: string;
  readonly status?: string;
  readonly why?: string;
}

export interface AgentProcess {
  readonly events: readonly AgentLine[];
  kill(signal: NodeJS.Signals): void;
  /** Resolves when an event of a type has come, those before included. */
  seen(type: string): Promise<void>;
  readonly ended: Promise<void>;
}

export interface AgentProcessOptions {
  readonly trialMs?: number;
  readonly lockSeconds?: number;
  readonly threads?: number;
  readonly machineId?: string;
}

/**
 * Starts an agent whose trials last as long as requested; resolves when it serves. It ends with the
 * test.
 */
export async function startAgentProcess(
  address: string,
  options: AgentProcessOptions,
  atEnd: AtEnd,
): Promise<AgentProcess> {
  const child = spawn(process.execPath, [FILE, address, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  atEnd(() => void child.kill("SIGKILL"));
  const events: AgentLine[] = [];
  const waiting = new Set<() => void>();
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) events.push(JSON.parse(line));
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const seen = (type: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!events.some((event) => event.type === type)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      void ended.then(() => reject(new Error(`the agent ended before ${type}: ${JSON.stringify(events)}`)));
      look();
    });
  await seen("ready");
  return { events, kill: (signal) => void child.kill(signal), seen, ended };
}
