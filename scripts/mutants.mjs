// Plants each fault of mutants/ in a copy of its package's sources, runs the tests that must notice, and says
// which did. A long study, no part of `pnpm test`: `pnpm test:mutants [TEXT …]` runs all, or those whose name
// or path holds a text.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutants } from "./mutants/all-mutants.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "actbench-mutants-"));
const texts = process.argv.slice(2);
/** `packages/sweep/src/run/x.ts` may be called `sweep/run` too. */
const chosen = mutants.filter(
  ({ name, path }) =>
    texts.length === 0 ||
    texts.some((text) => [name, path, path.replace("/src/", "/")].some((place) => place.includes(text))),
);

/** Runs tests of the copy; gives the first that fails. */
function firstFailure(tests) {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const words = ["run", ...tests, "--bail", "1", "--reporter", "json", "--outputFile", report];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/vitest/vitest.mjs"), ...words],
    {
      cwd: copy,
      encoding: "utf8",
    },
  );
  if (status === 0) return undefined;
  if (!existsSync(report)) throw new Error(`vitest: ${stdout}${stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === "failed");
  if (failed !== undefined) return failed.fullName;
  // A file that does not load has caught nothing.
  const broken = testResults.find(({ status }) => status === "failed");
  throw new Error(broken === undefined ? `vitest: ${stdout}${stderr}` : `${broken.name}: ${broken.message}`);
}

/**
 * Copies parts of a package. Its links stay relative, so that they lead to core's copy, which no later build
 * changes.
 */
function copyPackage(name, parts) {
  const folder = `packages/${name}`;
  for (const part of parts)
    cpSync(join(root, folder, part), join(copy, folder, part), { recursive: true, verbatimSymlinks: true });
}

let caught = 0;
try {
  if (chosen.length === 0) throw new Error(`no fault's name or path holds ${texts.join(" or ")}`);
  for (const path of ["package.json", "vitest.config.ts"]) cpSync(join(root, path), join(copy, path));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  // What tests of packages share.
  symlinkSync(join(root, "test"), join(copy, "test"));
  copyPackage("core", ["dist", "node_modules", "package.json"]);
  for (const name of new Set(chosen.map((mutant) => mutant.package)))
    copyPackage(name, ["src", "test", "node_modules", "package.json"]);
  const sound = firstFailure([...new Set(chosen.flatMap(({ tests }) => tests))]);
  if (sound !== undefined) throw new Error(`without a fault a test fails already: ${sound}`);
  for (const { name, path, from, to, tests } of chosen) {
    const text = readFileSync(join(copy, path), "utf8");
    writeFileSync(
      join(copy, path),
      text.replace(from, () => to),
    );
    const by = firstFailure(tests);
    writeFileSync(join(copy, path), text);
    if (by !== undefined) caught++;
    console.log(by === undefined ? `SURVIVED  ${name} (${path})` : `caught    ${name}\n          by: ${by}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${caught} caught, ${chosen.length - caught} survived`);
process.exitCode = caught === chosen.length && caught > 0 ? 0 : 1;
