import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog } from "@actbench/core/internal";
import { describe, expect, it, onTestFinished } from "vitest";
import { storedAliases } from "../../core/src/activation/catalog/facts/stored-aliases.js";
import { runHere } from "./run-here.js";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "actbench activations "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("activations list", () => {
  it("says of every activation what follows from its formula, null where unbounded or not measured", async () => {
    const { code, stdout } = await runHere(["activations", "list", "--json"], emptyFolder());
    expect(code).toBe(0);
    const rows = JSON.parse(stdout) as readonly Readonly<Record<string, unknown>>[];
    expect(rows.map(({ name }) => name)).toEqual(catalog.map(({ name }) => name));
    const row = (name: string) => rows.find((found) => found.name === name);
    expect(row("relu")).toMatchObject({
      family: "rectified",
      monotone: true,
      smooth: false,
      range: [0, null],
      forward_ns: null,
    });
    expect(row("relu")).toMatchObject({ can_die: true, zero_slope: [[null, 0]], kinks: [0], year: 2010 });
    expect(row("glu")).toMatchObject({ inputs: 2, monotone: null, range: null, can_die: false });
    expect(row("gelu")).toMatchObject({ source: "Hendrycks & Gimpel 2016, arXiv:1606.08415" });
  });

  it("filters by family, year, dead units, monotony and trained parameters, and sorts", async () => {
    const listed = async (...words: readonly string[]) => {
      const { stdout } = await runHere(["activations", "list", "--json", ...words], emptyFolder());
      return JSON.parse(stdout) as readonly { name: string; family: string; year: number; gain: number }[];
    };
    const names = async (...words: readonly string[]) => (await listed(...words)).map(({ name }) => name);
    const rectified = await listed("--family", "rectified", "--dead", "--sort", "gain");
    expect(rectified.map(({ name }) => name)).toEqual(expect.arrayContaining(["relu", "squared_relu"]));
    expect(new Set(rectified.map(({ family }) => family))).toEqual(new Set(["rectified"]));
    const gains = rectified.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => a - b));
    expect(await names("--dead")).not.toContain("gelu");
    expect(await names("--non-monotone")).toEqual(expect.arrayContaining(["gelu", "silu", "mish", "sin"]));
    expect(await names("--non-monotone")).not.toContain("tanh");
    expect(await names("--trained")).toEqual(expect.arrayContaining(["prelu", "swish"]));
    expect(await names("--trained")).not.toContain("leaky_relu");
    const years = (await listed("--year", "2015-2016")).map(({ year }) => year);
    expect(new Set(years)).toEqual(new Set([2015, 2016]));
    expect((await listed("--year", "2019")).map(({ year }) => year)).toContain(2019);
    expect((await listed("--year=-2000")).every(({ year }) => year <= 2000)).toBe(true);
    const none = await runHere(["activations", "list", "--year", "1901"], emptyFolder());
    expect([none.code, none.stdout, none.stderr]).toEqual([0, "", "no activation is like that\n"]);
  });

  it.each([
    [["--family", "rectifed"], "did you mean rectified?"],
    [["--family", "zzz"], "there are linear, "],
    [["--year", "12"], "expected a year such as 2017"],
    [["--year", "2019-2015"], "expected a year such as 2017"],
    [["--sort", "speed"], "one of name, family, year, gain, lipschitz"],
  ])("%j is refused with what is meant", async (words, said) => {
    const { code, stderr } = await runHere(["activations", "list", ...words], emptyFolder());
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it("is a table without --json", async () => {
    const wide = await runHere(["activations", "list"], emptyFolder(), 200);
    expect(wide.stdout).toMatch(/^prelu +rectified +alpha=0.25 \(trained\) +yes +no\b/m);
    expect(wide.stdout).toMatch(/^maxout +gated +pieces=2 +2 inputs +yes +1 +2013$/m);
    const narrow = await runHere(["activations", "list", "--sort", "gain"], emptyFolder());
    expect(narrow.stdout).toMatch(/^name .* gain/);
    expect(Math.max(...narrow.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe("activations show", () => {
  it("prints the card and a plot", async () => {
    const { code, stdout } = await runHere(["activations", "show", "relu6"], emptyFolder());
    expect(code).toBe(0);
    for (const line of [
      /^formula +min\(max\(x, 0\), 6\)$/m,
      /^range +0 to 6, monotone$/m,
      /^kinks +at x = 0, 6$/m,
      /^Lipschitz +sup \|f'\| = 1$/m,
      /^dead where +x in \(−∞, 0\] or \[6, ∞\) on every example$/m,
      /^moments +E\[f\(z\)\] = 0\.398942, E\[f\(z\)²\] = 0\.5$/m,
      /^depth +(stable|neutral): a signal of half the variance/m,
      /• value {2}· derivative$/m,
    ])
      expect(stdout).toMatch(line);
  });

  it.each([
    ["silu", 1.67653, 1.173, "dies"],
    ["tanh", 1.59254, 0.461, "recovers"],
    ["relu", 1.41421, 1, "stays"],
  ])(
    "%s as JSON has gain %d, variance slope %d, and says that a signal %s",
    async (name, gain, slope, fate) => {
      const { stdout } = await runHere(["activations", "show", name, "--json"], emptyFolder());
      const card = JSON.parse(stdout) as { gain: number; varianceSlope: number; depth: { fate: string } };
      expect(card.gain).toBeCloseTo(gain, 4);
      expect(card.varianceSlope).toBeCloseTo(slope, 3);
      expect(card.depth.fate).toBe(fate);
    },
  );

  it("says where units of a plugin's formula die, also where a trained parameter moves that", async () => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, "late.yaml"),
      "activations: { late: { formula: 'max(0, softplus(x) - a)', params: { a: { default: 1, trainable: true } } } }\n",
    );
    const { stdout } = await runHere(["activations", "show", "late", "--plugin", "./late.yaml"], folder);
    expect(stdout).toMatch(/^kinks +at x = 0\.541325$/m);
    expect(stdout).toMatch(
      /^dead where +on every example the branch .* has derivative 0 \(with a at the start: x in \(−∞, 0\.541325\]\)$/m,
    );
  });

  it("draws an SVG file, and refuses to draw a surface", async () => {
    const folder = emptyFolder();
    expect(await runHere(["activations", "show", "mish", "--svg", "m.svg"], folder)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(join(folder, "m.svg"), "utf8")).toMatch(/^<svg xmlns=/);
    const { code, stderr } = await runHere(["activations", "show", "glu", "--svg", "g.svg"], folder);
    expect([code, readdirSync(folder)]).toEqual([2, ["m.svg"]]);
    expect(stderr).toContain("glu has 2 inputs");
  });
});

describe("activations search and like", () => {
  it("search finds by authors, and says where", async () => {
    const { code, stdout } = await runHere(["activations", "search", "hendrycks", "2016"], emptyFolder());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^gelu_tanh +source +Hendrycks/m);
    const none = await runHere(["activations", "search", "geluu"], emptyFolder());
    expect([none.code, none.stdout]).toEqual([0, ""]);
    expect(none.stderr).toContain('nothing says "geluu"; did you mean gelu?');
    const json = await runHere(["activations", "search", "geluu", "--json"], emptyFolder());
    expect(json.stdout).toBe("[]\n");
  });

  it("like names the nearest curves, and the parameters at which a formula is known", async () => {
    const formula = await runHere(["activations", "like", "x * sigmoid(1.7 * x)"], emptyFolder());
    expect(formula.code).toBe(0);
    expect(formula.stdout).toMatch(/^swish +0 +[\d.]+ +beta = 1\.7$/m);
    const { stdout } = await runHere(
      ["activations", "like", "gelu", "--json", "--count", "40"],
      emptyFolder(),
    );
    const found = JSON.parse(stdout) as readonly { name: string; distance: number }[];
    expect(found).toHaveLength(40);
    expect(found.find(({ name }) => name === "gelu_tanh")?.distance).toBeCloseTo(0.000473, 5);
    expect(found.map(({ name }) => name)).not.toContain("gelu");
  });

  it.each([
    ["gelo", "did you mean gelu?"],
    ["x * foo(x)", 'unknown function "foo"'],
    ["glu", "glu has 2 inputs: it is a surface, not a curve"],
  ])("like %s is refused", async (what, said) => {
    const { code, stderr } = await runHere(["activations", "like", what], emptyFolder());
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it("show names neighbors and source, and reads a name in any spelling", async () => {
    const { stdout, stderr } = await runHere(["activations", "show", "Quick-GELU"], emptyFolder());
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^like it +(\w+ within 0\.0\d+, )+\w+ within [\d.]+ on \[−4, 4\]$/m);
    expect(stdout).toMatch(/^source +Hendrycks & Gimpel 2016, arXiv:1606\.08415$/m);
    expect(stdout).toMatch(/^year +2016$/m);
    const json = await runHere(["activations", "show", "quick_gelu", "--json"], emptyFolder());
    expect(JSON.parse(json.stdout)).toMatchObject({
      cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415",
      year: 2016,
      note: null,
    });
    const { neighbors } = JSON.parse(json.stdout) as { readonly neighbors: readonly { distance: number }[] };
    // gelu at the most: others may lie nearer.
    expect(neighbors).toHaveLength(3);
    expect(neighbors[0]?.distance).toBeLessThanOrEqual(0.0204);
  });

  // One that is no part of the name itself, which would be found first.
  const [alias, here] =
    storedAliases
      .split("\n")
      .map((line) => line.split(" "))
      .find(([other = "", name = ""]) => other !== "" && !name.includes(other)) ?? [];
  it.skipIf(alias === undefined || alias === "")("another name is understood, and said", async () => {
    const { stdout, stderr } = await runHere(["activations", "show", alias ?? ""], emptyFolder());
    expect(stderr).toBe(`${alias} is called ${here} here\n`);
    expect(stdout).toMatch(new RegExp(`^also called .*\\b${alias}\\b`, "m"));
    const listed = await runHere(["activations", "search", alias ?? "", "--json"], emptyFolder());
    expect(JSON.parse(listed.stdout)).toContainEqual({ name: here, where: "other name", text: alias });
  });
});

describe("activations check and new", () => {
  it("says whether the function of a plugin is known already", async () => {
    const folder = emptyFolder();
    const own = [
      "known: { formula: 'x * sigmoid(1.7 * x)' }",
      "fresh: { formula: 'x * exp(-x^2) + 0.3 * x' }",
    ];
    writeFileSync(join(folder, "own.yaml"), `activations:\n  ${own.join("\n  ")}\n`);
    writeFileSync(
      join(folder, "code.mjs"),
      'export default { name: "coded", value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0), kinks: [0] };\n',
    );
    const { stdout } = await runHere(["activations", "check", "./own.yaml"], folder);
    expect(stdout).toMatch(/^ +note +known +it is the same as swish at beta = 1\.7 on \[−4, 4\]$/m);
    expect(stdout).toMatch(/^ +the built-in is \{ name: swish, beta: 1\.7 \} in a sweep file$/m);
    expect(stdout).toMatch(/^ +ok +known +new to the catalog: the nearest is within 0\.\d+ of \w+/m);
    const code = await runHere(["activations", "check", "./code.mjs"], folder);
    expect(code.stdout).toMatch(/^ +note +known +it is the same as relu on \[−4, 4\]$/m);
  });

  it("takes a built-in's name, and suggests the nearest", async () => {
    const { code, stdout } = await runHere(["activations", "check", "gelu", "--json"], emptyFolder());
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ name: "gelu", passed: true }]);
    const wrong = await runHere(["activations", "check", "gelo"], emptyFolder());
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("did you mean gelu?");
  });

  it.each(["yaml", "js"])("new writes a plugin in %s that passes, and overwrites nothing", async (format) => {
    const folder = emptyFolder();
    const made = await runHere(["activations", "new", "mine", "--format", format], folder);
    expect(made.code).toBe(0);
    const plugin = format === "yaml" ? "mine.yaml" : "mine.mjs";
    expect(readdirSync(folder).sort()).toEqual([plugin, "mine.test.mjs"].sort());
    expect(await runHere(["activations", "check", `./${plugin}`], folder)).toMatchObject({ code: 0 });
    const again = await runHere(["activations", "new", "mine", "--format", format], folder);
    expect([again.code, again.stderr.includes("is already there")]).toEqual([2, true]);
  });

  it.each([
    ["gelu", "already in the built-in catalog"],
    ["My Act", " is not a valid activation name"],
    ["../x", " is not a valid activation name"],
  ])("new %s is refused", async (name, why) => {
    const folder = emptyFolder();
    const { code, stderr } = await runHere(["activations", "new", name], folder);
    expect([code, readdirSync(folder)]).toEqual([2, []]);
    expect(stderr).toContain(why);
  });
});
