import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ROOT } from "./actbench.js";

/** Every line of Node that actbench claims, as the newest release that npm has of it. */
const LINES = [20, 22, 24, 26];
const VITEST = "node_modules/vitest/vitest.mjs";
const GOLDEN = "packages/core/test/golden.test.ts";

/** Runs a program by a Node of some line, which npm fetches. */
function nodeOf(line: number, args: readonly string[]) {
  const words = ["--yes", "--package", `node@${line}`, "--", "node", ...args];
  return spawnSync("npx", words, { cwd: ROOT, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
}

describe.each(LINES)("on Node %i", (line) => {
  it("golden digests are as committed", { timeout: 300_000 }, (test) => {
    const version = nodeOf(line, ["--version"]);
    if (!version.stdout.startsWith(`v${line}.`)) test.skip(`npm has no node@${line}: ${version.stderr}`);
    const { status, stdout, stderr } = nodeOf(line, [VITEST, "run", GOLDEN]);
    expect(status, `${stdout}${stderr}`).toBe(0);
    const passed = /Tests +(\d+) passed/.exec(stdout);
    expect(Number(passed?.[1])).toBeGreaterThan(24);
  });
});
