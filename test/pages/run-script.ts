import { spawnSync } from "node:child_process";
import { scriptPath } from "./script-path.js";

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** A text as bash runs it; what an image or a cluster has is a stand-in. */
export function runScript(text: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", text], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env, PATH: `${scriptPath(cwd)}:${process.env.PATH}` },
  });
  return { code: status, said: `${stdout}${stderr}` };
}
