import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { actbench, MAIN, temporaryFolder } from "./actbench.js";
import { TINY, writeSweep } from "./tiny-study.js";

describe("the command line", () => {
  it("reports every mistake of a sweep file with file:line:column and a hint, and runs nothing", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(
      cwd,
      TINY.replace("two_moons", "two_mons").replace("epochs: 4", "epoch: 4, lr: -1"),
    );
    const { code, stdout, stderr } = await actbench(["run", config, "seeds=no"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^tiny\.yaml:3:18: .*two_mons.*did you mean two_moons/m);
    expect(stderr).toMatch(/^tiny\.yaml:5:10: .*epoch.*did you mean epochs/m);
    expect(stderr).toMatch(/^tiny\.yaml:5:24: .*train\.lr/m);
    expect(stderr).toMatch(/^seeds=no: /m);
    expect(stderr).toContain("4 problems");
  });

  it.each([
    [["rnu", "x.yaml"], "did you mean run?"],
    [["run", "x.yaml", "--seds", "2"], "did you mean --seeds?"],
    [["run", "x.yaml", "--seeds", "NaN"], "expected a whole number"],
    [["run", "x.yaml", "--workers", "0"], "expected auto"],
    [["run", "none.yaml"], 'there is no sweep file "none.yaml"'],
    [["run"], "actbench run <config> [overrides..]: a word is missing"],
    [["report", "nothing"], 'there is no run "nothing"'],
    [["activations", "show", "reluu"], "did you mean relu?"],
    [["compare", "a"], "actbench compare <a> <others..>: a word is missing"],
  ])("refuses %j with exit code 2 and a way out", async (args, hint) => {
    const { code, stdout, stderr } = await actbench(args, { cwd: temporaryFolder() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(hint);
  });

  it("has help with an example for every command it lists", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await actbench(["--help"], { cwd });
    const listed = [...stdout.matchAll(/^ {2}actbench (\w+)/gm)].map(([, name]) => name ?? "");
    expect(listed).toEqual(
      expect.arrayContaining(["run", "plan", "validate", "report", "compare", "doctor"]),
    );
    const leaves: string[][] = [];
    for (const name of listed) {
      const { stdout: group } = await actbench([name, "--help"], { cwd });
      const members = [...group.matchAll(new RegExp(`^ {2}actbench ${name} ([a-z]+)\\b.*  `, "gm"))];
      const isGroup = group.includes("Commands:");
      leaves.push(...(isGroup ? members.map(([, member = ""]) => [name, member]) : [[name]]));
    }
    expect(leaves.filter(([name]) => name === "datasets").length).toBeGreaterThanOrEqual(4);
    expect(leaves.filter(([name]) => name === "activations").length).toBeGreaterThanOrEqual(4);
    const helps = await Promise.all(leaves.map((words) => actbench([...words, "--help"], { cwd })));
    for (const [i, { code, stdout: help }] of helps.entries()) {
      expect(code).toBe(0);
      expect(help).toMatch(new RegExp(`Examples:\\s+actbench ${leaves[i]?.join(" ")}`));
    }
  });

  it("plans without training: points, seeds, trials, and every trial's id", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    const { stdout } = await actbench(["plan", config, "train.lr=0.1,0.2", "--json", "--list"], { cwd });
    const plan = JSON.parse(stdout) as { rows: { id: string }[] };
    expect(plan).toMatchObject({ points: 8, seeds: 3, trials: 24, name: "tiny" });
    expect(new Set(plan.rows.map(({ id }) => id)).size).toBe(24);
    const text = await actbench(["plan", config, "--list"], { cwd });
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
    const { code, stdout } = await actbench(["doctor", "--json"], { cwd: temporaryFolder() });
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { what: string; ok: boolean }[];
    expect(found.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["node", "cores", "numerics", "dataset mnist", "speed"]),
    );
  });

  it("lists activations and datasets by name, as text and as JSON", async () => {
    const cwd = temporaryFolder();
    const { stdout } = await actbench(["activations", "list", "--json"], { cwd });
    const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
    const thirteen = "relu leaky_relu prelu elu selu gelu gelu_tanh silu mish sigmoid tanh softplus identity";
    expect(names).toEqual(expect.arrayContaining(thirteen.split(" ")));
    expect((await actbench(["datasets", "list"], { cwd })).stdout).toMatch(/^mnist +/m);
    mkdirSync(join(cwd, "empty"));
    expect((await actbench(["status", "--out", "empty"], { cwd })).stderr).toContain("no runs in");
  });
});
