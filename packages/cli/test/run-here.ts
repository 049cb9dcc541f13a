import { actbench } from "../src/actbench.js";
import { fakeStream } from "./fake-stream.js";

/** Runs a command line in this process, its output in pipes; gives the exit code and what it printed. */
export async function runHere(args: readonly string[], cwd: string, columns = 80) {
  const stdout = Object.assign(fakeStream({ isTTY: false }), { columns });
  const stderr = fakeStream({ isTTY: false });
  const code = await actbench(args, { env: {}, cwd: () => cwd, stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
