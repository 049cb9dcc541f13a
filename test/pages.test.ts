import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actbench, temporaryFolder } from "./actbench.js";
import { runPage } from "./run-page.js";
import { results } from "./tiny-study.js";

const smaller = ["dataset.train=256", "dataset.validation=128", "dataset.test=128", "epochs=1", "lr=0.1"];

it("docs/first-sweep.md: every command of it works, in its order", async () => {
  const cwd = temporaryFolder();
  const lines = await runPage("docs/first-sweep.md", { cwd, smaller });
  expect(lines.length).toBeGreaterThanOrEqual(8);
  const rows = readdirSync(join(cwd, "results")).map((run) => results(join(cwd, "results", run)).length);
  // Four points with three seeds, then four; and three other activations.
  expect(rows.sort((a, b) => a - b)).toEqual([9, 16]);
});

it("docs/reproducibility.md: every command of it works, on the file that init writes", async () => {
  const cwd = temporaryFolder();
  expect((await actbench(["init"], { cwd })).code).toBe(0);
  const lines = await runPage("docs/reproducibility.md", { cwd, smaller: [...smaller, "seeds=1"] });
  expect(lines).toContain("actbench replay 1 sweep");
  const [here, there] = ["results", "mine"].map((out) => {
    const [run = ""] = readdirSync(join(cwd, out)).filter((name) => name.startsWith("sweep"));
    return results(join(cwd, out, run)).map(({ digest }) => digest);
  });
  expect(here).toHaveLength(4);
  expect(there).toEqual(here);
});

it("docs/dead-units.md: every command of it works, in its order", async () => {
  const cwd = temporaryFolder();
  expect(await runPage("docs/dead-units.md", { cwd, smaller })).toEqual([
    "actbench run dead.yaml",
    "actbench show 1 --run dead",
    "actbench show 1 --run dead --unit 1:6",
  ]);
});
