import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { temporaryFolder } from "./actbench.js";
import { onlyRun, TINY, writeSweep } from "./tiny-study.js";

it("a run is exported as its results.csv, as JSON lines, and as tables to be read", async () => {
  const cwd = temporaryFolder();
  await runHere(["run", writeSweep(cwd, TINY), "--quiet"], cwd);
  const csv = readFileSync(join(onlyRun(cwd), "results.csv"), "utf8");
  const run = (...args: string[]) => runHere(["export", "tiny", ...args], cwd);

  expect((await run()).stdout).toBe(csv);
  const { stdout } = await run("--format", "jsonl");
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(rows).toHaveLength(12);
  expect(Object.keys(rows[0] ?? {})).toEqual(csv.split("\r\n")[0]?.split(","));
  expect(rows[0]).toMatchObject({ study: "tiny", trial: 1, seed: 0, activation: "relu", error: null });

  const effects = await run("--format", "jsonl", "--table", "effects");
  expect(effects.stdout.match(/"at":"equal"/g)).toHaveLength(3);
  const latex = await run("--format", "latex", "-o", "tables/points.tex");
  expect(latex.stdout).toBe("tables/points.tex\n");
  expect(readFileSync(join(cwd, "tables/points.tex"), "utf8")).toMatch(
    /^% \\usepackage{booktabs}\n\\begin{table}/,
  );
  expect((await run("--format", "markdown")).stdout).toMatch(/^\| # \| activation \| n \|/);
  const curves = (await run("--table", "curves")).stdout.trimEnd().split(/\r?\n/);
  // Twelve trials of four epochs and their initialization.
  expect(curves).toHaveLength(1 + 12 * 5);
  expect(curves[0]).toMatch(
    /^study,trial,point,seed,status,dataset,activation,label,epoch,step,running_loss,train_loss,/,
  );
  expect(curves[5]).toMatch(/^tiny,1,0,0,completed,two_moons,relu,relu,4,128,0\.\d+,0\.\d+,/);
  expect((await run("--format", "parquet", "-o", "t.parquet")).stdout).toBe("t.parquet\n");
  expect(readFileSync(join(cwd, "t.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  for (const [words, message] of [
    [["--format", "parquet"], "a Parquet file is not text"],
    [["--format", "parquet", "--table", "effects", "-o", "e.parquet"], "export effects as csv or jsonl"],
  ] as const) {
    const { code, stderr } = await run(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  }
  const wrong = await run("--format", "latex", "--table", "trials");
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining("trials are data, and latex is for reading"),
  ]);
});
