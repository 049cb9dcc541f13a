import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { MAIN, temporaryFolder } from "./actbench.js";
import { TINY, writeSweep } from "./tiny-study.js";

describe("the command line", () => {
  it("reports every mistake of a sweep file with file:line:column and a hint, and runs nothing", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(
      cwd,
      TINY.replace("two_moons", "two_mons").replace("epochs: 4", "epoch: 4, lr: -1"),
    );
    const { code, stdout, stderr } = await runHere(["run", config, "seeds=no"], cwd);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^tiny\.yaml:3:18: .*two_mons.*did you mean two_moons/m);
    expect(stderr).toMatch(/^tiny\.yaml:5:10: .*epoch.*did you mean epochs/m);
    expect(stderr).toMatch(/^tiny\.yaml:5:24: .*train\.lr/m);
    expect(stderr).toMatch(/^seeds=no: /m);
    expect(stderr).toContain("4 problems");
  });

  it("refuses what it does not know with exit code 2 and a way out", async () => {
    const { code, stdout, stderr } = await runHere(["rnu", "x.yaml"], temporaryFolder());
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining("did you mean run?")]);
  });

  it("plans without training: points, seeds, trials, and every trial's id", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    const { stdout } = await runHere(["plan", config, "train.lr=0.1,0.2", "--json", "--list"], cwd);
    const plan = JSON.parse(stdout) as { rows: { id: string }[] };
    expect(plan).toMatchObject({ points: 8, seeds: 3, trials: 24, name: "tiny" });
    expect(new Set(plan.rows.map(({ id }) => id)).size).toBe(24);
    const text = await runHere(["plan", config, "--list"], cwd);
    expect(text.stdout.match(/^ *\d+ {2}[0-9a-f]{8} {2}seed \d/gm)).toHaveLength(12);
  });

  it.runIf(existsSync("/dev/full"))("says so where stdout cannot be written to", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${MAIN}" activations list > /dev/full`],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toMatch(/^error: the output cannot be written: ENOSPC/);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });

  it("goes on when the reader of stdout goes away", async () => {
    const cwd = temporaryFolder();
    const said = execFileSync(
      "bash",
      ["-c", `set -o pipefail; "$0" "$1" activations list | head -1`, process.execPath, MAIN],
      { cwd, encoding: "utf8" },
    );
    expect(said).toMatch(/^name +family +parameters/);
  });

  it("knows the machine it is on", async () => {
    const { code, stdout } = await runHere(["doctor", "--json"], temporaryFolder());
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { what: string; ok: boolean }[];
    expect(found.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["node", "cores", "numerics", "dataset mnist", "speed"]),
    );
  });

  it("lists activations and datasets by name, as text and as JSON", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await runHere(["activations", "list", "--json"], cwd);
    const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
    const thirteen = "relu leaky_relu prelu elu selu gelu gelu_tanh silu mish sigmoid tanh softplus identity";
    expect(names).toEqual(expect.arrayContaining(thirteen.split(" ")));
    expect((await runHere(["datasets", "list"], cwd)).stdout).toMatch(/^mnist +/m);
    mkdirSync(join(cwd, "empty"));
    expect((await runHere(["status", "--out", "empty"], cwd)).stderr).toContain("no runs in");
  });
});
