import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { actbench, ROOT } from "./actbench.js";

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

/** What a command loads and calls, as V8 counts it: the same on every machine, where a time is not. */
async function started(...words: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "actbench-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { code, stderr } = await actbench(words, { cwd: ROOT, env: { NODE_V8_COVERAGE: folder } });
  expect([code, stderr]).toEqual([0, ""]);
  const [file = ""] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Coverage;
  const scripts = result.filter(({ url }) => url.startsWith("file:"));
  const calls = (name: string): number =>
    scripts
      .flatMap(({ functions }) => functions)
      .filter(({ functionName }) => functionName === name)
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  return { loaded: new Set(scripts.map(({ url }) => packageOf(url))), calls };
}

/** The package that a file is of: `core/text` for the part of core without the engine, `yargs`. */
function packageOf(url: string): string {
  const [, installed] = /.*\/node_modules\/(@[^/]+\/[^/]+|[^/]+)\//.exec(url) ?? [];
  if (installed !== undefined) return installed;
  const [, name = url, file = ""] = /\/packages\/([^/]+)\/dist\/(.*)/.exec(url) ?? [];
  return name === "core" && /^(text|nearest-name|visible-text|whole-number)\./.test(file)
    ? "core/text"
    : name;
}

const OWN = ["core", "datasets", "report", "sweep", "workers"];
const COMMAND_LINE = ["cli", "core/text", "picocolors", "yargs", "yargs-parser"];

it.each(["--help", "--version"])("%s loads the command line and no more", async (word) => {
  const { loaded } = await started(word);
  expect([...loaded]).toEqual(expect.arrayContaining(COMMAND_LINE));
  expect([...loaded].filter((name) => [...OWN, "zod", "yaml", "piscina", "d3-scale"].includes(name))).toEqual(
    [],
  );
});

it.each([
  ["activations list", ["core"]],
  ["activations show mish", ["core"]],
  ["datasets list", ["core", "datasets"]],
  ["validate configs/quickstart.yaml", ["core", "datasets", "sweep", "workers"]],
  ["plan configs/quickstart.yaml", ["core", "datasets", "report", "sweep", "workers"]],
])("%s loads the packages %j alone, and neither threads nor charts", async (line, packages) => {
  const { loaded } = await started(...line.split(" "));
  const watched = [...OWN, "piscina", "d3-scale"];
  expect([...loaded].filter((name) => watched.includes(name)).sort()).toEqual(packages);
});

it("reads no formula of the catalog but those that a command needs", async () => {
  expect((await started("activations", "show", "mish")).calls("readFormulas")).toBe(1);
  // What the list says of hundreds is stored.
  const all = await started("activations", "list");
  expect(all.calls("factsOf")).toBeGreaterThan(40);
  expect([all.calls("activationFacts"), all.calls("zeroSlope")]).toEqual([0, 0]);
  // The text of the few that are written as functions.
  expect(all.calls("readFormulas")).toBeLessThan(5);
});
