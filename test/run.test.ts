import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { actbench, temporaryFolder } from "./actbench.js";
import { onlyRun, results, TINY, writeSweep } from "./tiny-study.js";

const MNIST = `name: digits
dataset: { name: mnist, train: 512, validation: 256, test: 256 }
model: { hidden: [32] }
train: { epochs: 1 }
parameters: { activation: [relu, bump] }
activations:
  bump: { formula: "max(x, 0) + a * x * exp(-x^2)", params: { a: { default: 0.5, trainable: true } } }
seeds: 2
`;

describe("actbench run", () => {
  it("trains a sweep on MNIST with a custom formula, and leaves results.csv and one page", async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await actbench(["run", writeSweep(cwd, MNIST)], {
      cwd,
      env: { COLUMNS: "120" },
    });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const run = onlyRun(cwd);
    expect(stdout).toMatch(
      /#\s+configuration\s+validation accuracy[\s\S]*bump[\s\S]*\n(?:\w+ has the highest |\w+ is ).*\n\(test accuracy, [\s\S]*report: results\/digits-[0-9a-f]{8}\/report\.html\n$/,
    );
    const rows = results(run);
    expect(rows.map(({ seed, activation, status }) => [seed, activation, status])).toEqual([
      ["0", "relu", "completed"],
      ["0", "bump", "completed"],
      ["1", "relu", "completed"],
      ["1", "bump", "completed"],
    ]);
    for (const { validation_accuracy, test_loss, digest } of rows) {
      expect(Number(validation_accuracy)).toBeGreaterThan(0.3);
      expect(Number(test_loss)).toBeLessThan(3);
      expect(digest).toMatch(/^[0-9a-f]{16,}$/);
    }
    const page = readFileSync(join(run, "report.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain("bump");
  });

  it("writes plain lines to pipes: no escapes, progress on stderr alone", async () => {
    const cwd = temporaryFolder();
    const { stdout, stderr } = await actbench(["run", writeSweep(cwd, TINY)], { cwd });
    expect(`${stdout}${stderr}`).not.toContain("\x1b");
    expect(stderr).toContain("4 configurations × 3 seeds, 12 trials");
    expect(stdout).not.toContain("points x");
  });

  it("is silent on stderr with --quiet", async () => {
    const cwd = temporaryFolder();
    const { code, stderr } = await runHere(["run", writeSweep(cwd, TINY), "--quiet"], cwd);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("gives one line of JSON per trial with --reporter=ndjson, and the end", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await runHere(["run", writeSweep(cwd, TINY), "--reporter", "ndjson"], cwd);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string });
    expect(lines.map(({ type }) => type)).toEqual([...Array(12).fill("finished"), "end"]);
    expect(lines.at(-1)).toMatchObject({ ended: "done", counts: { completed: 12, failed: 0 } });
  });

  it("gives the same digests with one worker and with two, in any folder", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    const outs = await Promise.all(
      ["1", "2"].map(async (workers) => {
        const out = `out ${workers} ü`;
        expect((await runHere(["run", config, "--workers", workers, "--out", out], cwd)).code).toBe(0);
        return results(onlyRun(cwd, out));
      }),
    );
    expect(outs[0]).toHaveLength(12);
    expect(outs[1]).toEqual(outs[0]);
  });

  it("trains only what is missing when seeds grow, and nothing when nothing is missing", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    const kept = async (...flags: string[]) => {
      const { stdout } = await runHere(["run", config, "--reporter", "ndjson", ...flags], cwd);
      const lines = stdout.trimEnd().split("\n");
      return lines.length - 1;
    };
    expect(await kept("--seeds", "1")).toBe(4);
    expect(await kept("--seeds", "2")).toBe(4);
    expect(await kept("--seeds", "2")).toBe(0);
    expect(results(onlyRun(cwd))).toHaveLength(8);
  });

  it("exits with 3 when trials fail, names them, and still writes the page", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, `${TINY}budget: { trial_timeout: 1ms }\n`);
    const { code, stdout, stderr } = await runHere(["run", config, "train.epochs=400"], cwd);
    expect(code).toBe(3);
    expect(stderr).toContain("timed out");
    expect(stdout).toContain("12 failed");
    expect(existsSync(join(onlyRun(cwd), "report.html"))).toBe(true);
  });
});
