import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runHere } from "./run-here.js";

const CAUSES = fileURLToPath(new URL("../../../configs/causes/", import.meta.url));

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench causes "));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/**
 * What the report of a sweep has maps of, `dead rate by <row> and <column>`; tried on two trials of quickly
 * made data.
 */
async function mapsOf(name: string): Promise<readonly string[]> {
  const small = [
    "dataset.name=two_moons",
    "dataset.train=100",
    "seeds=1",
    "--limit",
    "2",
    "--workers",
    "1",
    "--quiet",
  ];
  const ran = await runHere(["run", join(CAUSES, `${name}.yaml`), "--out", name, ...small], cwd);
  expect(ran).toMatchObject({ code: 0 });
  const [folder = ""] = readdirSync(join(cwd, name));
  const page = readFileSync(join(cwd, name, folder, "report.html"), "utf8");
  return [...new Set(Array.from(page.matchAll(/<b>dead rate by (.*?), %<\/b>/g), ([, axes = ""]) => axes))];
}

it.each([
  ["bias", "activation and bias_init"],
  ["born-dead", "init and depth"],
  ["depth-width", "depth and width"],
  ["init", "init and hidden"],
  ["inputs", "shift and scale"],
  ["learning-rate", "activation and lr"],
])("the report of configs/causes/%s maps the dead rate by %s", async (name, axes) => {
  expect(await mapsOf(name)).toContain(axes);
});

it("has a line above for every cause", () => {
  expect(readdirSync(CAUSES).toSorted()).toEqual(
    ["bias", "born-dead", "depth-width", "init", "inputs", "learning-rate"].map((name) => `${name}.yaml`),
  );
});
