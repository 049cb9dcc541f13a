import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "./run-here.js";

const CWD = import.meta.dirname;

it("help and version are commands, too", async () => {
  const [word, flag] = await Promise.all([runHere(["help", "run"], CWD), runHere(["run", "--help"], CWD)]);
  expect(word).toEqual(flag);
  expect(word).toMatchObject({ code: 0, stdout: expect.stringContaining("actbench run <config>") });
  expect((await runHere(["help"], CWD)).stdout).toContain("actbench run");
  expect((await runHere(["help", "activations", "show"], CWD)).stdout).toContain("actbench activations show");
  expect(await runHere(["version"], CWD)).toEqual(await runHere(["--version"], CWD));
});

it("help of a command that there is not names the nearest", async () => {
  expect(await runHere(["help", "rnu"], CWD)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean run?"),
  });
});

it.each([
  [["rnu", "x.yaml"], "did you mean run?"],
  [["run", "x.yaml", "--seds", "2"], "did you mean --seeds?"],
  [["run", "x.yaml", "--seeds", "NaN"], "expected a whole number"],
  [["run", "x.yaml", "--workers", "0"], "expected auto"],
  [["run", "none.yaml"], 'there is no sweep file "none.yaml"'],
  [["run"], "missing argument: <config> (sweep file (YAML))"],
  [["report", "nothing"], 'there is no run "nothing"'],
  [["activations", "show", "reluu"], "did you mean relu?"],
  [["compare", "a"], "missing argument: <others> (runs"],
  [["check", "--reporter", "json"], "missing argument: <run> (run: "],
  [["datasets", "import", "--target", "x"], "missing arguments: <name> ("],
  [["run", "x.yaml", "--epochs", "10"], "unknown flag --epochs; settings are given as train.epochs=10"],
  [["run", "x.yaml", "--seed", "3"], "did you mean --seeds?"],
  [["plan", "-c", "x.yaml"], "unknown flag -c; the sweep file needs no flag"],
  [["plan", "x.yaml", "-m"], "unknown flag -m; a list of values makes a sweep: activation=relu,gelu"],
  [["plan", "x.yaml", "--dry-run"], "actbench plan shows what a run would do"],
  [["run", "x.yaml", "-j", "2"], "did you mean --workers?"],
  [["run", "x.yaml", "--json"], "did you mean --reporter json?"],
  [["run", "x.yaml", "--resume"], "the same command again continues its run"],
  [["run", "x.yaml", "--budget", "20"], '--budget "20": did you mean 20s or 20m?'],
  [["train", "x.yaml"], "actbench run SWEEP.yaml trains every combination of a sweep file"],
  [["list"], "actbench status lists runs"],
  [["open"], "report.html in its folder"],
])("refuses %j with exit code 2 and a way out", async (args, hint) => {
  const { code, stdout, stderr } = await runHere(args, CWD);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(hint);
});

it("finds a sweep file that is there in another spelling, and knows one from a run", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench-"));
  writeFileSync(join(cwd, "quick.yaml"), "seeds: 1\n");
  const said = async (...args: string[]) => (await runHere(args, cwd)).stderr;
  expect(await said("plan", "quick.yml")).toContain("did you mean quick.yaml?");
  expect(await said("plan", "qiuck.yaml")).toContain("did you mean quick.yaml?");
  expect(await said("check", "quick.yaml")).toBe(
    "error: quick.yaml is a sweep file, not a run\ntrain it first: actbench run quick.yaml\n",
  );
  mkdirSync(join(cwd, "results", "quick-12345678"), { recursive: true });
  writeFileSync(join(cwd, "results", "quick-12345678", "study.lock.yaml"), "");
  expect(await said("report", "quick.yaml")).toContain("its runs: quick-12345678");
  rmSync(cwd, { recursive: true });
});

it("has help with an example for every command it lists", async () => {
  const { stdout } = await runHere(["--help"], CWD);
  const listed = [...stdout.matchAll(/^ {2}actbench (\w+)/gm)].map(([, name]) => name ?? "");
  expect(listed).toEqual(expect.arrayContaining(["run", "plan", "validate", "report", "compare", "doctor"]));
  const leaves: string[][] = [];
  for (const name of listed) {
    const { stdout: group } = await runHere([name, "--help"], CWD);
    const members = [...group.matchAll(new RegExp(`^ {2}actbench ${name} ([a-z]+)\\b.*  `, "gm"))];
    const isGroup = group.includes("Commands:");
    leaves.push(...(isGroup ? members.map(([, member = ""]) => [name, member]) : [[name]]));
  }
  expect(leaves.filter(([name]) => name === "datasets").length).toBeGreaterThanOrEqual(4);
  expect(leaves.filter(([name]) => name === "activations").length).toBeGreaterThanOrEqual(4);
  const helps = await Promise.all(leaves.map((words) => runHere([...words, "--help"], CWD)));
  for (const [i, { code, stdout: help }] of helps.entries()) {
    expect(code).toBe(0);
    expect(help).toMatch(new RegExp(`Examples:\\s+actbench ${leaves[i]?.join(" ")}`));
  }
});
