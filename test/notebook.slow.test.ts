import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, temporaryFolder } from "./actbench.js";
import { notebook } from "./pages/notebook.js";
import { runPage } from "./pages/run-page.js";

const PYTHON = "/usr/bin/python3";
const has = (modules: string): boolean => spawnSync(PYTHON, ["-c", `import ${modules}`]).status === 0;

it.skipIf(!has("pandas, matplotlib"))("pandas and matplotlib run docs/notebook.md", async () => {
  const cwd = temporaryFolder();
  await runPage(notebook, cwd);
  const page = readFileSync(join(ROOT, "docs/notebook.md"), "utf8");
  const blocks = [...page.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThan(4);
  writeFileSync(join(cwd, "page.py"), blocks.join("\n"));
  const env = { ...process.env, MPLBACKEND: "Agg" };
  const { status, stdout, stderr } = spawnSync(PYTHON, ["page.py"], { cwd, encoding: "utf8", env });
  expect(status, stderr).toBe(0);
  // Four points, three seeds each; the differences of three pairs.
  expect(stdout).toMatch(/alpha=0\.01 .*\b3\b/);
  expect(stdout).toMatch(/count +3\.0/);
  expect(statSync(join(cwd, "curves.png")).size).toBeGreaterThan(10_000);
});

it("DuckDB reads the same from the Parquet file as from the CSV file, each column of its type", async () => {
  const cwd = temporaryFolder();
  await runPage(notebook, cwd);
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "@duckdb/node-api@1.5.6-r.1"];
  const installed = spawnSync("npm", words, { cwd, encoding: "utf8" });
  expect(installed.status, installed.stderr).toBe(0);
  writeFileSync(join(cwd, "read.js"), READ_BY_DUCKDB);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["read.js"], { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const { types, parquet, csv } = JSON.parse(stdout);
  expect(types).toMatchObject({ label: "VARCHAR", seed: "BIGINT", epoch: "BIGINT", test_loss: "DOUBLE" });
  expect(parquet).toEqual(csv);
  // Twelve trials of two epochs and their initialization, which has no running loss.
  expect(parquet.slice(0, 2)).toEqual(["36", "24"]);
}, 300_000);

const READ_BY_DUCKDB = `import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const types = await rows("select column_name, column_type from (describe select * from 'curves.parquet')");
const sums = "select count(*), count(running_loss), sum(step), sum(test_accuracy), max(test_loss), min(label) from ";
const read = async (file) => (await rows(sums + "'" + file + "'"))[0].map(String);
console.log(JSON.stringify({ types: Object.fromEntries(types), parquet: await read("curves.parquet"), csv: await read("curves.csv") }));
`;
