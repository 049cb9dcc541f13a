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
