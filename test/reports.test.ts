import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { actbench, temporaryFolder } from "./actbench.js";
import { onlyRun, TINY, writeSweep } from "./tiny-study.js";

async function twoRuns(): Promise<{ readonly cwd: string; readonly a: string; readonly b: string }> {
  const cwd = temporaryFolder();
  const config = writeSweep(cwd, TINY);
  await actbench(["run", config, "--out", "first"], { cwd });
  await actbench(["run", config, "train.lr=0.0001", "--out", "second"], { cwd });
  return { cwd, a: onlyRun(cwd, "first"), b: onlyRun(cwd, "second") };
}

describe("finished runs", () => {
  it("are compared by point and seed, from folders or from their pages alone", async () => {
    const { cwd, a, b } = await twoRuns();
    copyFileSync(join(b, "report.html"), join(cwd, "b.html"));
    const { code, stdout } = await actbench(
      ["compare", a, "b.html", "--fail-on", "worse", "-o", "both.html"],
      { cwd },
    );
    expect(stdout).toContain("4 points matched, 0 only in A, 0 only in B");
    expect(stdout).toMatch(/train\.lr +0\.1 +0\.0001/);
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, "both.html"), "utf8")).toMatch(/^<!doctype html>/i);
    const same = await actbench(["compare", a, a, "--fail-on", "worse", "--json"], { cwd });
    expect(same.code).toBe(0);
    expect((JSON.parse(same.stdout) as { points: unknown[] }).points).toHaveLength(4);
  });

  it("are found by the start of their name, listed, shown and reported again", async () => {
    const cwd = temporaryFolder();
    await actbench(["run", writeSweep(cwd, TINY)], { cwd });
    const run = onlyRun(cwd);
    const status = await actbench(["status", "--json"], { cwd });
    expect(JSON.parse(status.stdout)).toMatchObject([
      { run: basename(run), trials: 12, completed: 12, failed: 0, missing: 0 },
    ]);
    const shown = await actbench(["show", "1", "--run", "tiny"], { cwd });
    expect(shown.stdout).toContain("trial 1 of tiny-");
    expect(shown.stdout).toMatch(/completed, digest [0-9a-f]+/);
    const before = readFileSync(join(run, "report.html"), "utf8");
    expect((await actbench(["report", "tiny"], { cwd })).code).toBe(0);
    expect(readFileSync(join(run, "report.html"), "utf8")).toBe(before);
    const both = await actbench(["report", "tiny", join(run, "report.html"), "-o", "both.html"], { cwd });
    expect([both.code, existsSync(join(cwd, "both.html"))]).toEqual([0, true]);
  });

  it("of which a file is damaged are reported with its place and exit code 4, and the rest is used", async () => {
    const cwd = temporaryFolder();
    await actbench(["run", writeSweep(cwd, TINY)], { cwd });
    const journal = join(onlyRun(cwd), "journal.jsonl");
    const { writeFileSync } = await import("node:fs");
    const lines = readFileSync(journal, "utf8").split("\n");
    lines[3] = lines[3]?.replace("completed", "completes") ?? "";
    writeFileSync(journal, lines.join("\n"));
    const { code, stderr, stdout } = await actbench(["status", "tiny", "--json"], { cwd });
    expect(code).toBe(4);
    expect(stderr).toContain("journal.jsonl:4");
    expect(JSON.parse(stdout)).toMatchObject([{ completed: 11, missing: 1 }]);
  });
});
