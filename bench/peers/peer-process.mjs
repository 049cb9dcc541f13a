// A peer in a separate process: one line of JSON when it is ready, `{ about }`, then `{ seconds }` for each
// line it gets.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Starts a peer; undefined, with what it said last, where it is not installed or cannot run. */
export async function startPeer(program, args) {
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" },
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const missing = new Promise((resolve) => child.once("error", (error) => resolve({ error })));
  /** The next line that is an object: peers print greetings as well. */
  const next = async () => {
    for (;;) {
      const line = await Promise.race([lines.next(), missing]);
      if (line.error) return undefined;
      if (line.done) return undefined;
      if (line.value.startsWith("{")) return JSON.parse(line.value);
    }
  };
  const ready = await next();
  if (ready === undefined) {
    const [why = "it cannot be started"] = complaint.match(/^.*(?:Error|No module).*$/m) ?? [];
    return { absent: why };
  }
  return {
    about: ready.about,
    /** Seconds of one more epoch. */
    epoch: async () => {
      child.stdin.write("epoch\n");
      const answer = await next();
      if (answer === undefined) throw new Error(`${ready.about} ended: ${complaint}`);
      return answer.seconds;
    },
    close: () => child.kill(),
  };
}
