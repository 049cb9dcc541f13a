// Runs all tests with vitest; arguments narrow them to files, `-t NAME` to tests. `--suite=slow` and
// `--suite=exhaustive` run *.slow.test.ts or *.exhaustive.test.ts instead, however long they take. The last
// line of the output is `N passed, N failed` (and `, N skipped`), for people and machines alike.
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const { values, positionals } = parseArgs({
  options: { suite: { type: "string" }, testNamePattern: { type: "string", short: "t" } },
  allowPositionals: true,
});
const { suite, testNamePattern } = values;

// See test/property-seed.ts.
if (suite !== undefined) process.env.PROPERTY_SEED ??= "random";

const counts = { passed: 0, failed: 0, skipped: 0 };
const durations = [];

const counter = {
  onTestRunEnd(modules, unhandledErrors) {
    counts.failed += unhandledErrors.length;
    for (const module of modules) {
      durations.push([module.diagnostic().duration, module.relativeModuleId]);
      const before = counts.failed;
      // A file that breaks before its first test counts as one failure.
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "passed" || state === "failed" ? state : "skipped"]++;
      }
      // So does one whose beforeAll or afterAll fails: its tests are skipped, not failed.
      if (counts.failed === before && !module.ok()) counts.failed++;
    }
  },
};

const vitest = await startVitest("test", positionals, {
  watch: false,
  ...(testNamePattern === undefined ? {} : { testNamePattern }),
  ...(suite === undefined
    ? {}
    : { include: [`**/*.${suite}.test.ts`], exclude: ["**/node_modules/**", "**/dist/**"], testTimeout: 0 }),
  reporters: ["default", counter],
});
await vitest?.close();

console.log("Slowest files:");
for (const [ms, file] of durations.sort(([a], [b]) => b - a).slice(0, 10))
  console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
