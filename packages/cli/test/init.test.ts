import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../src/commands.js";
import { runHere } from "./run-here.js";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench init "));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
});

describe("actbench init", () => {
  it("writes a sweep file that is valid, with the schema that its first line names", async () => {
    expect((await runHere(["init"], cwd)).stdout).toContain("wrote sweep.yaml and sweep.schema.json");
    expect((await runHere(["validate", "sweep.yaml"], cwd)).stdout).toBe("sweep.yaml: ok, 36 trials\n");
    const [, schema = ""] = /\$schema=(\S+)/.exec(readFileSync(join(cwd, "sweep.yaml"), "utf8")) ?? [];
    expect(JSON.parse(readFileSync(join(cwd, schema), "utf8"))).toMatchObject({
      title: "actbench sweep file",
    });
  });

  it("writes the schema of the repository, which stays small with hundreds of activations", async () => {
    await runHere(["init"], cwd);
    const text = readFileSync(join(cwd, "sweep.schema.json"), "utf8");
    const committed = readFileSync(new URL("../../../configs/sweep.schema.json", import.meta.url), "utf8");
    // The datasets are those of this machine.
    expect(JSON.parse(text).$defs.activation).toEqual(JSON.parse(committed).$defs.activation);
    expect(text.length).toBeLessThan(250_000);
  });

  it("its commented lines are valid too", async () => {
    await runHere(["init"], cwd);
    const text = readFileSync(join(cwd, "sweep.yaml"), "utf8");
    const open = text
      .replace(/^# (activations:.*| {2}.*)$/gm, "$1")
      .replace("    - gelu", "    - gelu\n    - bump");
    writeFileSync(join(cwd, "open.yaml"), open);
    expect((await runHere(["validate", "open.yaml"], cwd)).stdout).toBe("open.yaml: ok, 45 trials\n");
  });

  it.each([
    ["mine.txt", "it ends in .yaml"],
    ["there.yaml", "there.yaml is already there"],
    ["no/such.yaml", 'there is no folder "no"'],
  ])("writes nothing for %s", async (file, message) => {
    writeFileSync(join(cwd, "there.yaml"), "mine");
    const { code, stderr } = await runHere(["init", file], cwd);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readFileSync(join(cwd, "there.yaml"), "utf8")).toBe("mine");
    expect(existsSync(join(cwd, "sweep.schema.json"))).toBe(false);
  });
});

describe("actbench completion", () => {
  /** What bash offers for a line whose last word is being typed. */
  async function offered(...words: string[]): Promise<readonly string[]> {
    const { stdout } = await runHere(["completion", "bash"], cwd);
    writeFileSync(join(cwd, "completion.bash"), stdout);
    const script = `compopt() { :; }; source ./completion.bash; COMP_WORDS=(actbench "$@"); COMP_CWORD=$#; _actbench; echo "\${COMPREPLY[@]}"`;
    const shell = spawnSync("bash", ["-c", script, "bash", ...words], { cwd, encoding: "utf8" });
    expect(shell.stderr).toBe("");
    return shell.stdout.trim().split(" ").filter(Boolean);
  }

  it("offers commands, second words and flags in bash", async () => {
    expect(await offered("va")).toEqual(["validate"]);
    expect(await offered("datasets", "i")).toEqual(["info", "import"]);
    expect(await offered("datasets", "import", "--ho")).toEqual(["--holdout", "--holdout-seed"]);
    expect(await offered("run", "--se")).toEqual(["--seeds"]);
    expect(await offered("run", "conf")).toEqual([]);
    const first = await offered("");
    for (const { name } of commands) expect(first).toContain(name.split(" ")[0]);
  });

  it("has scripts for zsh and fish, and names them for anything else", async () => {
    expect((await runHere(["completion", "zsh"], cwd)).stdout).toContain("bashcompinit");
    const { stdout } = await runHere(["completion", "fish"], cwd);
    for (const { name } of commands) expect(stdout).toContain(` -a ${name.split(" ").at(-1)} `);
    expect((await runHere(["completion", "tcsh"], cwd)).stderr).toContain("one of bash, zsh, fish");
  });
});
