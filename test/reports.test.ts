import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { temporaryFolder } from "./actbench.js";
import { onlyRun, TINY, writeSweep } from "./tiny-study.js";

/** The same study on data as they are: its page draws decision regions. */
const REGIONS = TINY.replace(", normalize: standardize", "");

// Runs that the tests compare, and copy before they change them.
let made = "";
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "actbench reports "));
  const config = writeSweep(made, TINY);
  await runHere(["run", config, "--seeds", "6", "--out", "first"], made);
  await runHere(["run", config, "train.lr=0.00001", "--seeds", "6", "--out", "second"], made);
  await runHere(["run", writeSweep(made, REGIONS)], made);
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A fresh folder with a copy of the run in it. */
function withRun(): string {
  const cwd = temporaryFolder();
  cpSync(join(made, "results"), join(cwd, "results"), { recursive: true });
  return cwd;
}

/** A fresh folder, and two runs of six seeds of which the second learns nothing. */
function twoRuns(): { readonly cwd: string; readonly a: string; readonly b: string } {
  return { cwd: temporaryFolder(), a: onlyRun(made, "first"), b: onlyRun(made, "second") };
}

describe("finished runs", () => {
  it("are compared by point and seed, from folders or from their pages alone", async () => {
    const { cwd, a, b } = twoRuns();
    copyFileSync(join(b, "report.html"), join(cwd, "b.html"));
    const { code, stdout } = await runHere(
      ["compare", a, "b.html", "--fail-on", "worse", "-o", "both.html"],
      cwd,
    );
    expect(stdout).toContain("4 configurations matched, 0 only in A, 0 only in B");
    expect(stdout).toMatch(/train\.lr +0\.1 +0\.00001/);
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, "both.html"), "utf8")).toMatch(/^<!doctype html>/i);
    expect(stdout).toMatch(/^B is worse \(p .*\(t test\)/m);
    const back = await runHere(["compare", "b.html", a, "--fail-on", "worse"], cwd);
    expect(back.stdout).toMatch(/^B is better /m);
    expect(back.code).toBe(0);
  });

  it("are compared together, only changed configurations and largest first, with a custom margin", async () => {
    const { cwd, a, b } = twoRuns();
    const flags = ["--only-changed", "--sort", "effect", "--fail-on", "worse"];
    const several = await runHere(["compare", a, a, b, ...flags, "-o", "all.html"], cwd);
    expect(several.stdout.match(/^B (is \w+|has the weights of A)/gm)).toEqual([
      "B has the weights of A",
      "B is worse",
    ]);
    expect(several.stdout).toContain("no configuration is better or worse");
    expect(several.code).toBe(1);
    const page = readFileSync(join(cwd, "all.html"), "utf8");
    expect(page.match(/<section id="run-[23]-overall"/g)).toHaveLength(2);
    const lenient = await runHere(["compare", a, b, "--fail-on", "worse", "--margin", "99pp", "--json"], cwd);
    expect(lenient.code).toBe(0);
    const [comparison] = JSON.parse(lenient.stdout) as { points: unknown[]; overall: { paired: object }[] }[];
    expect(comparison?.points).toHaveLength(4);
    expect(comparison?.overall[0]?.paired).toMatchObject({ verdict: "equivalent" });
    const typo = await runHere(["compare", a, b, "--margin", "1%"], cwd);
    expect([typo.code, typo.stderr]).toEqual([
      2,
      expect.stringContaining('--margin "1%": expected a difference above 0'),
    ]);
  });

  it("are found by the start of their name, listed, shown and reported again", async () => {
    const cwd = withRun();
    const run = onlyRun(cwd);
    const status = await runHere(["status", "--json"], cwd);
    expect(JSON.parse(status.stdout)).toMatchObject([
      { run: basename(run), trials: 12, completed: 12, failed: 0, missing: 0 },
    ]);
    const shown = await runHere(["show", "1", "--run", "tiny"], cwd);
    expect(shown.stdout).toContain("trial 1 of tiny-");
    expect(shown.stdout).toMatch(/completed, digest [0-9a-f]+/);
    const before = readFileSync(join(run, "report.html"), "utf8");
    expect(before).toContain('class="region-card"');
    expect((await runHere(["report", "tiny"], cwd)).code).toBe(0);
    expect(readFileSync(join(run, "report.html"), "utf8")).toBe(before);
    const both = await runHere(["report", "tiny", join(run, "report.html"), "-o", "both.html"], cwd);
    expect([both.code, existsSync(join(cwd, "both.html"))]).toEqual([0, true]);
  });

  it("are verified from their page alone, and trained again; one changed number fails", async () => {
    const cwd = withRun();
    const page = readFileSync(join(onlyRun(cwd), "report.html"), "utf8");
    writeFileSync(join(cwd, "sent.html"), page);
    const verified = await runHere(["report", "--verify", "sent.html", "--retrain", "3"], cwd);
    expect(verified.stdout).toMatch(
      /^sent\.html: same: all \d+ characters follow from the data of its 12 trials\n/,
    );
    expect(verified.stdout.match(/same: every bit of the end agrees/g)).toHaveLength(3);
    expect(verified.code).toBe(0);
    writeFileSync(join(cwd, "sent.html"), page.replace(/n 3</, "n 4<"));
    const changed = await runHere(["report", "--verify", "sent.html"], cwd);
    expect(changed.stdout).toMatch(/^sent\.html: differs in line \d+\n/);
    expect(changed.code).toBe(1);
    writeFileSync(join(cwd, "sent.html"), page.replace(/data-p=0/, "data-p=1"));
    const tampered = await runHere(["report", "--verify", "sent.html"], cwd);
    expect([tampered.code, tampered.stdout]).toEqual([1, expect.stringContaining("it was changed")]);
  });

  it("of which a file is damaged are reported with its place and exit code 4, and the rest is used", async () => {
    const cwd = withRun();
    const journal = join(onlyRun(cwd), "journal.jsonl");
    const lines = readFileSync(journal, "utf8").split("\n");
    lines[3] = lines[3]?.replace("completed", "completes") ?? "";
    writeFileSync(journal, lines.join("\n"));
    const { code, stderr, stdout } = await runHere(["status", "tiny", "--json"], cwd);
    expect(code).toBe(4);
    expect(stderr).toContain("journal.jsonl:4");
    expect(JSON.parse(stdout)).toMatchObject([{ completed: 11, missing: 1 }]);
  });

  it("that cannot be read hide no other, and take no page's place", async () => {
    const cwd = withRun();
    const run = onlyRun(cwd);
    mkdirSync(join(cwd, "results", "broken"));
    writeFileSync(join(cwd, "results", "broken", "study.lock.yaml"), "no lock: [");
    const { code, stderr, stdout } = await runHere(["status", "--json"], cwd);
    expect([code, JSON.parse(stdout)]).toEqual([4, [expect.objectContaining({ completed: 12 })]]);
    expect(stderr).toContain("broken");

    const page = readFileSync(join(run, "report.html"), "utf8");
    rmSync(join(run, "journal.jsonl"));
    const again = await runHere(["report", "tiny"], cwd);
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toContain("no trial of this run has finished");
    expect(readFileSync(join(run, "report.html"), "utf8")).toBe(page);
  });
});
