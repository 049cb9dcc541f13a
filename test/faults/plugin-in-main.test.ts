import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { actbench } from "../actbench.js";

// `replay` trains in the command's own thread, with a plugin that a separate thread has accepted before.
const PLUGIN = `import { createServer } from "node:net";
import { isMainThread } from "node:worker_threads";
if (isMainThread) console.log("printed by code");
const act = isMainThread ? process.env.ACT : undefined;
if (act === "exits") process.exit(0);
if (act === "waits") await new Promise(() => {});
if (act === "listens") createServer().listen(0, "127.0.0.1");
export default { name: "own", value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0), kinks: [0] };
`;

let cwd = "";
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "actbench replayed "));
  writeFileSync(join(cwd, "own.mjs"), PLUGIN);
  writeFileSync(
    join(cwd, "s.yaml"),
    "name: s\ndataset: { name: two_moons, train: 64, validation: 32 }\nmodel: { hidden: [4] }\ntrain: { epochs: 1 }\n" +
      "parameters: { activation: [own] }\nplugins: [own.mjs]\nseeds: 1\n",
  );
  expect(await runHere(["run", "s.yaml", "--workers", "1", "--quiet"], cwd)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("code of a plugin that, in the thread of the command,", () => {
  it.each([
    ["ends the process with exit code 0", "exits", 2, /^error: the process ended before its command did/m],
    ["never stops waiting", "waits", 2, /^error: the process ended before its command did/m],
    ["keeps a socket open", "listens", 0, /^(?![\s\S]*^error)/m],
  ])("%s", async (_, act, code, said) => {
    const replayed = await actbench(["replay", "1", "s", "--plugin", "own.mjs"], { cwd, env: { ACT: act } });
    expect(replayed).toMatchObject({ code, stderr: expect.stringMatching(said) });
    expect(replayed.stdout.includes("same: every bit")).toBe(code === 0);
    expect([replayed.stdout, replayed.stderr].map((text) => text.includes("printed by code"))).toEqual([
      false,
      true,
    ]);
  });
});
