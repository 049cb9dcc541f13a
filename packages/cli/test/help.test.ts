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
  [["run"], "actbench run <config> [overrides..]: a word is missing"],
  [["report", "nothing"], 'there is no run "nothing"'],
  [["activations", "show", "reluu"], "did you mean relu?"],
  [["compare", "a"], "actbench compare <a> <others..>: a word is missing"],
])("refuses %j with exit code 2 and a way out", async (args, hint) => {
  const { code, stdout, stderr } = await runHere(args, CWD);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(hint);
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
