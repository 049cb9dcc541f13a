// Runs all tests with vitest; arguments narrow them to files. The last line of the output is
// `N passed, N failed` (and `, N skipped`), for people and machines alike.
import { startVitest } from "vitest/node";

const counts = { passed: 0, failed: 0, skipped: 0 };
const durations = [];

const counter = {
  onTestRunEnd(modules, unhandledErrors) {
    counts.failed += unhandledErrors.length;
    for (const module of modules) {
      durations.push([module.diagnostic().duration, module.relativeModuleId]);
      // A file that breaks before its first test counts as one failure.
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "passed" || state === "failed" ? state : "skipped"]++;
      }
    }
  },
};

const vitest = await startVitest("test", process.argv.slice(2), {
  watch: false,
  reporters: ["default", counter],
});
await vitest?.close();

console.log("Slowest files:");
for (const [ms, file] of durations.sort(([a], [b]) => b - a).slice(0, 10))
  console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
