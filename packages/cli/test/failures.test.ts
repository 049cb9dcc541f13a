import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

/** A plugin whose code ends the thread of its trials after a while, unless the file `calm` is there. */
const PLUGIN = `import { existsSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
let calls = 0;
const value = (x) => {
  if (!isMainThread && ++calls > 6_000 && !existsSync("CALM")) throw new Error("no luck today");
  return x > 0 ? x : 0;
};
export default { name: "moody", value, slope: (x) => (x > 0 ? 1 : 0), kinks: [0] };
`;

it("a failed trial keeps its error and the curve it reached; --max-failures stops, --last-failed runs it again", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench failures "));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const calm = join(cwd, "calm");
  writeFileSync(join(cwd, "moody.mjs"), PLUGIN.replace("CALM", calm));
  writeFileSync(
    join(cwd, "s.yaml"),
    `name: moody
dataset: { name: two_moons, train: 64, validation: 32, test: 32 }
model: { hidden: [8] }
train: { epochs: 10 }
parameters: { activation: [moody, relu] }
seeds: 2
plugins: [moody.mjs]
`,
  );
  const run = ["run", "s.yaml", "--workers", "1", "--reporter", "json"];
  const ended = (stdout: string) => JSON.parse(stdout) as { ended: string; counts: object };

  const first = await runHere([...run, "--max-failures", "2"], cwd);
  expect(first.code).toBe(3);
  expect(first.stderr).toMatch(/^trial \d+ \(moody, seed 0\) failed: no luck today$/m);
  expect(ended(first.stdout)).toMatchObject({ ended: "max_failures", counts: { failed: 2 } });

  const shown = await runHere(["show", "1", "--run", "moody"], cwd);
  expect(shown.stdout).toContain("failed: trial_error: no luck today");
  expect(shown.stdout).toMatch(/^ +0 +\d\.\d{4} /m);

  // The same command runs what is missing, and no failure again.
  const second = await runHere(run, cwd);
  expect(ended(second.stdout).counts).toMatchObject({ completed: 2, failed: 2 });
  const listed = await runHere(["status", "moody", "--json"], cwd);
  expect(JSON.parse(listed.stdout)).toMatchObject([{ completed: 2, failed: 2, missing: 0 }]);

  writeFileSync(calm, "");
  const again = await runHere([...run, "--last-failed"], cwd);
  expect([again.code, ended(again.stdout)]).toMatchObject([
    0,
    { ended: "done", counts: { completed: 4, failed: 0 } },
  ]);
});
