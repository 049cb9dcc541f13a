import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog } from "@actbench/core/internal";
import { describe, expect, it, onTestFinished } from "vitest";
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
    expect(row("glu")).toMatchObject({ inputs: 2, monotone: null, range: null });
  });

  it("is a table without --json", async () => {
    const { stdout } = await runHere(["activations", "list"], emptyFolder(), 200);
    expect(stdout).toMatch(/^prelu +rectified +alpha=0.25 \(trained\) +yes +no\b/m);
    expect(stdout).toMatch(/^maxout +gated +pieces=2 +2 inputs$/m);
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
      /• value {2}· slope$/m,
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
      /^dead where +on every example the branch .* has slope 0 \(with a at the start: x in \(−∞, 0\.541325\]\)$/m,
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

describe("activations check and new", () => {
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
