// Writes the golden digests of packages/core/test/golden after ENGINE was raised, or for a new spec there
// (copy a file, change its spec, empty its "engines"). Refuses where bits changed and ENGINE did not, and the
// other way round; --same-engine overwrites the present engine's digests: only before that engine is
// released.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const root = fileURLToPath(new URL("../", import.meta.url));
const writer = "packages/core/test/write-golden.ts";
process.chdir(root);
process.env.ACTBENCH_GOLDEN = process.argv.includes("--same-engine") ? "same-engine" : "write";
const vitest = await startVitest("test", [], { watch: false, include: [writer] });
const failed = vitest?.state.getCountOfFailedTests() ?? 1;
await vitest?.close();
if (failed === 0)
  spawnSync("pnpm exec biome format --write packages/core/test/golden", { shell: true, stdio: "inherit" });
process.exit(failed > 0 ? 1 : 0);
