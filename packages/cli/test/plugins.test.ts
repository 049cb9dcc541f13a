import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BROKEN_PLUGINS } from "./broken-plugins.js";
import { runHere } from "./run-here.js";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "actbench plugins "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const BUMP = 'activations: { bump: { formula: "max(x, 0) + x * exp(-x^2)" } }\n';
const CODE =
  'export default { name: "bump", kinks: [0], value: (x, { a }) => Math.max(x, 0) * a + 0 * x, slope: (x, { a }) => (x > 0 ? a : 0), params: { a: { default: 2, min: 0 } } };\n';
const SWEEP = `name: s
dataset: { name: two_moons, train: 64, validation: 32 }
train: { epochs: 1 }
parameters: { activation: [relu, bump] }
seeds: 1
`;

describe("broken plugins are caught, each with what, value, expected and next step", () => {
  it("there are at least 15", () => expect(BROKEN_PLUGINS.length).toBeGreaterThanOrEqual(15));

  it.each(BROKEN_PLUGINS.map((plugin) => [plugin.what, plugin] as const))(
    "%s",
    async (_, { file, text, says }) => {
      const { code, stdout, stderr } = await runHere(
        ["activations", "check", `./${file}`],
        folderWith({ [file]: text }),
      );
      for (const sentence of says) expect(stdout).toMatch(sentence);
      expect([code, stderr]).toEqual([1, ""]);
    },
  );
});

describe("plugins", () => {
  it("come from YAML, JavaScript with builders, lists, and packages that only import", async () => {
    const folder = folderWith({
      "a.yaml": BUMP,
      "b.mjs":
        'export default ({ mul, sigmoid }) => [{ name: "b1", formula: (x) => mul(x, sigmoid(x)) }, { name: "b2", formula: "x" }];\n',
      "node_modules/actbench-plugin-c/package.json":
        '{ "name": "actbench-plugin-c", "exports": { ".": { "import": "./c.mjs" } } }',
      "node_modules/actbench-plugin-c/c.mjs":
        'export default { name: "c", formula: "x1 * x2", inputs: 2 };\n',
      "node_modules/@me/d/package.json": '{ "name": "@me/d", "main": "d.yaml" }',
      "node_modules/@me/d/d.yaml": 'activations: { d: { formula: "x^3" } }\n',
    });
    const plugins = ["./a.yaml", "b.mjs", "actbench-plugin-c", "@me/d"].flatMap((name) => ["--plugin", name]);
    const { code, stdout } = await runHere(["activations", "list", "--json", ...plugins], folder);
    expect(code).toBe(0);
    const names = (JSON.parse(stdout) as readonly { readonly name: string }[]).map(({ name }) => name);
    expect(names.slice(-5)).toEqual(["bump", "b1", "b2", "c", "d"]);
  });

  it("two with one activation's name are refused, naming both", async () => {
    const folder = folderWith({ "a.yaml": BUMP, "b.yaml": BUMP });
    const { code, stderr } = await runHere(
      ["activations", "list", "--plugin", "a.yaml", "--plugin", "b.yaml"],
      folder,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('b.yaml: the activation "bump" is already in a.yaml (--plugin b.yaml)');
  });

  it("of a sweep file are relative to it and stay inside its project", async () => {
    const folder = folderWith({
      "project/package.json": "{}",
      "project/plugins/bump.yaml": BUMP,
      "project/configs/s.yaml": `${SWEEP}plugins: [../plugins/bump.yaml]\n`,
      "project/configs/out.yaml": `${SWEEP}plugins: [../../bump.yaml]\n`,
      "project/configs/link.yaml": `${SWEEP}plugins: [./link-to-bump.yaml]\n`,
      "bump.yaml": BUMP,
    });
    symlinkSync(join(folder, "bump.yaml"), join(folder, "project/configs/link-to-bump.yaml"));
    expect(await runHere(["validate", "project/configs/s.yaml"], folder)).toMatchObject({
      code: 0,
      stdout: "project/configs/s.yaml: ok, 2 trials\n",
    });
    for (const config of ["out", "link"]) {
      const { code, stdout, stderr } = await runHere(["validate", `project/configs/${config}.yaml`], folder);
      expect(code).toBe(2);
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^project.*\.yaml:\d+:\d+: plugins: .*is outside the project .*--plugin/);
    }
    const given = await runHere(
      ["plan", "project/configs/s.yaml", "plugins=[]", "--plugin", "bump.yaml"],
      folder,
    );
    expect(given).toMatchObject({ code: 0 });
  });

  it("gives a formula the ids of the built-in with the same tree, but for its name", async () => {
    const folder = folderWith({
      "silu.mjs": 'export default { name: "my_silu", formula: "x / (1 + exp(-x))" };\n',
    });
    const shown = await runHere(["activations", "show", "my_silu", "--json", "--plugin", "silu.mjs"], folder);
    const builtIn = await runHere(["activations", "show", "silu", "--json"], folder);
    expect((JSON.parse(shown.stdout) as { tree: unknown }).tree).toEqual(
      (JSON.parse(builtIn.stdout) as { tree: unknown }).tree,
    );
  });

  it("that are code are listed, shown and audited by asking them", async () => {
    const folder = folderWith({ "code.mjs": CODE });
    const checked = await runHere(["activations", "check", "code.mjs"], folder);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining("bump: passed") });
    const listed = await runHere(["activations", "list", "--plugin", "code.mjs"], folder, 120);
    expect(listed.stdout).toMatch(/^bump +code +a=2$/m);
    const shown = await runHere(
      ["activations", "show", "bump", "--plugin", "code.mjs", "--svg", "b.svg"],
      folder,
    );
    for (const line of [
      /^code +value and derivative of a plugin, SHA-256 [0-9a-f]{64}$/m,
      /^parameter a +2 \(at least 0\)$/m,
      /^gain +0\.707107, /m,
      /^kinks +at x = 0, as the plugin says$/m,
      /• value {2}· derivative$/m,
    ])
      expect(shown.stdout).toMatch(line);
    expect(readFileSync(join(folder, "b.svg"), "utf8")).toContain("<title>Activation and derivative: bump");
  });

  it("that are code train, are said to be slow, and are replayed with the same code alone", async () => {
    const folder = folderWith({
      "code.mjs": CODE,
      "s.yaml": `${SWEEP.replace("[relu, bump]", "[relu, { name: bump, a: 1 }]")}plugins: [code.mjs]\n`,
    });
    const { code, stderr } = await runHere(["run", "s.yaml", "--workers", "1", "--quiet"], folder);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^bump\(a=1\) is code, not a formula: it trains many times more slowly, and the thread/m,
      ),
    ]);
    const [run = ""] = readdirSync(join(folder, "results"));
    const [head = "", ...rows] = readFileSync(join(folder, "results", run, "results.csv"), "utf8").split(
      "\n",
    );
    const column = head.split(",").indexOf("digest");
    const digests = rows.filter((row) => row !== "").map((row) => row.split(",")[column]);
    expect([digests.length, new Set(digests).size]).toEqual([2, 1]);
    expect(readFileSync(join(folder, "results", run, "report.html"), "utf8")).toContain(
      "it is code, not a formula (plugin SHA-256 ",
    );
    // The page is read back, in whose plan code stands by its hash.
    const verified = await runHere(["report", run, "--verify"], folder);
    expect(verified).toMatchObject({ code: 0 });
    const compared = await runHere(["compare", run, `results/${run}/report.html`], folder);
    expect(compared).toMatchObject({ code: 0 });
    const replayed = await runHere(["replay", "2", run, "--plugin", "code.mjs"], folder);
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining("same: every bit") });
    const without = await runHere(["replay", "2", run], folder);
    expect([without.code, without.stderr]).toEqual([
      2,
      expect.stringMatching(/ran the code of the activation bump, SHA-256 .*\n.*--plugin/),
    ]);
    writeFileSync(join(folder, "code.mjs"), `${CODE}// changed\n`);
    const changed = await runHere(["plan", "s.yaml", "--list"], folder);
    expect(changed.stdout).not.toContain(run.replace(/^s-/, ""));
  });

  it("that are code cannot be trained in their parameters, nor import what is not followed", async () => {
    const folder = folderWith({
      "code.mjs": CODE,
      "s.yaml": `${SWEEP.replace("[relu, bump]", "[{ name: bump, trainable: true }]")}plugins: [code.mjs]\n`,
      "far.mjs": `import "somewhere";\n${CODE}`,
      "node_modules/somewhere/package.json": "{}",
      "node_modules/somewhere/index.js": "",
    });
    const { code, stdout } = await runHere(["validate", "s.yaml"], folder);
    expect([code, stdout]).toEqual([
      2,
      expect.stringMatching(
        /^s\.yaml:4:28: .*bump is code: its parameters cannot be trained \(a formula's can\)/,
      ),
    ]);
    const far = await runHere(["activations", "check", "./far.mjs"], folder);
    expect([far.code, far.stdout]).toEqual([
      1,
      expect.stringMatching(/far\.mjs imports "somewhere"; in a plugin with value and slope .*\n.*bundle it/),
    ]);
  });

  it("in TypeScript are imported where Node strips types, else refused with the way out", async () => {
    const folder = folderWith({
      "t.ts": 'const name: string = "typed";\nexport default { name, formula: "x" };\n',
    });
    const { code, stdout } = await runHere(["activations", "check", "t.ts"], folder);
    const strips = typeof (process.features as { typescript?: unknown }).typescript === "string";
    expect(code).toBe(strips ? 0 : 1);
    expect(stdout).toMatch(
      strips ? /typed: passed/ : /cannot import TypeScript\n.*Node 22\.18 or newer.*\.yaml/,
    );
  });

  it.each([
    [["--plugin", "./none.yaml"], 'there is no plugin file "./none.yaml"'],
    [["--plugin", "actbench-plugin-none"], "npm install actbench-plugin-none"],
    [["--plugin", "./a.txt"], 'ends in ".txt"'],
    [["--plugin", "No Such"], "neither a plugin file nor the name"],
    [["--plgin", "a"], "did you mean --plugin?"],
  ])("%j is refused with a way out", async (flags, hint) => {
    const { code, stderr } = await runHere(["activations", "list", ...flags], folderWith({ "a.txt": "" }));
    expect([code, stderr.includes(hint)], stderr).toEqual([2, true]);
  });
});
