import { spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { MAIN } from "./actbench.js";

/** `actbench agent` in a process of its own. */
export interface AgentProcess {
  readonly pid: number;
  /** What it has printed so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts an agent; resolves when it serves. It ends with the test at the latest. */
export function startAgent(
  address: string,
  options: { readonly cwd: string; readonly args?: readonly string[] },
): Promise<AgentProcess> {
  const { cwd, args = [] } = options;
  const child = spawn(process.execPath, [MAIN, "agent", ...args], {
    cwd,
    env: { ...process.env, ACTBENCH_QUEUE: address },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  let said = "";
  return new Promise((resolve, reject) => {
    const agent: AgentProcess = {
      pid: child.pid ?? 0,
      said: () => said,
      kill: (signal) => void child.kill(signal),
      ended,
    };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (/^agent [0-9a-f]{8}: /m.test(said)) resolve(agent);
      });
    void ended.then((code) => reject(new Error(`the agent ended with ${code}: ${said}`)));
  });
}
