import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { MAIN, temporaryFolder } from "../actbench.js";

const MAY = spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0;
if (!MAY) console.warn("skipped: process 1 of a container needs the right to make pid namespaces");

it.runIf(MAY)("SIGTERM to process 1 of a container, in a command that only waits", async () => {
  const cwd = temporaryFolder();
  // It takes the connection and never answers.
  const server = createServer((socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  const from = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  const words = ["--pid", "--fork", process.execPath, MAIN, "datasets", "fetch", "none", "--from", from];
  const child = spawn("unshare", words, {
    cwd,
    env: { ...process.env, ACTBENCH_CACHE: cwd },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve) => server.once("connection", resolve));
  const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8"));
  process.kill(pid, "SIGTERM");
  expect(await ended).toBe(143);
});
