// Plants each fault of mutants/mutants.mjs in a copy of core's sources, runs the tests that must notice, and says which
// did. A long study, no part of `pnpm test`: `pnpm test:mutants [TEXT …]` runs all, or those whose name holds a text.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutants } from "./mutants/mutants.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "actbench-mutants-"));
const texts = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => texts.length === 0 || texts.some((text) => name.includes(text)));

/** Runs tests of the copy; gives the first that fails. */
function firstFailure(tests) {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const files = tests.map((test) => `packages/core/${test}`);
  const words = ["run", ...files, "--bail", "1", "--reporter", "json", "--outputFile", report];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), ...words],
    {
      cwd: copy,
      encoding: "utf8",
    },
  );
  if (status === 0) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === "failed");
  const broken = testResults.find(({ status }) => status === "failed");
  if (failed === undefined && broken === undefined) throw new Error(`vitest: ${stdout}${stderr}`);
  return failed?.fullName ?? broken.message;
}

let caught = 0;
try {
  for (const path of [
    "packages/core/src",
    "packages/core/test",
    "packages/core/package.json",
    "package.json",
    "vitest.config.ts",
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const folder of ["node_modules", "packages/core/node_modules"])
    symlinkSync(join(root, folder), join(copy, folder));
  const sound = firstFailure([...new Set(chosen.flatMap(({ tests }) => tests))]);
  if (sound !== undefined) throw new Error(`without a fault a test fails already: ${sound}`);
  for (const { name, file, from, to, tests } of chosen) {
    const path = join(copy, "packages/core/src", file);
    const text = readFileSync(path, "utf8");
    if (text.split(from).length !== 2)
      throw new Error(`${name}: "${from}" is not once in ${file}; rewrite the fault`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    const by = firstFailure(tests);
    writeFileSync(path, text);
    if (by !== undefined) caught++;
    console.log(by === undefined ? `SURVIVED  ${name} (${file})` : `caught    ${name}\n          by: ${by}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${caught} caught, ${chosen.length - caught} survived`);
process.exitCode = caught === chosen.length && caught > 0 ? 0 : 1;
