import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { actbench, temporaryFolder } from "./actbench.js";
import { onlyRun, TINY, writeSweep } from "./tiny-study.js";

const QUIET = { BROWSER: "none" };

it("run --open serves the page while it runs; report --watch serves the page that is written; neither changes a result", async () => {
  const cwd = temporaryFolder();
  const opened = await actbench(["run", writeSweep(cwd, TINY), "--open"], { cwd, env: QUIET });
  expect(opened.code).toBe(0);
  expect(opened.stderr).toMatch(/^live page: http:\/\/127\.0\.0\.1:\d+\/$/m);
  const folder = onlyRun(cwd);
  const [, address = ""] = /live page: (\S+)/.exec(opened.stderr) ?? [];
  await expect(fetch(address)).rejects.toThrow();

  const served: Promise<string>[] = [];
  const watched = await actbench(["report", folder, "--watch"], {
    cwd,
    env: QUIET,
    onStdout: (stdout, kill) => {
      if (served.length > 0) return;
      const page = fetch(`${stdout.trim()}page`).then((answer) => answer.text());
      served.push(page);
      void page.finally(() => kill("SIGTERM"));
    },
  });
  expect(watched.code).toBe(0);
  expect(await served[0]).toBe(readFileSync(join(folder, "report.html"), "utf8"));
});

it("a run that nobody asked to show listens to nothing", async () => {
  const cwd = temporaryFolder();
  const { stderr, code } = await runHere(["run", writeSweep(cwd, TINY), "--limit", "1"], cwd);
  expect([code, stderr.includes("live page")]).toEqual([0, false]);
});

it("--watch shows one run's folder and goes with no other flag", async () => {
  const cwd = temporaryFolder();
  const both = await runHere(["report", "a", "b", "--watch"], cwd);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--watch shows one run")]);
  const odd = await runHere(["report", "a", "--watch", "--verify"], cwd);
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining("--watch writes no page")]);
});
