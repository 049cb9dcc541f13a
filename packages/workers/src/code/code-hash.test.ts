import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { CodeError } from "./code-error.js";
import { codeHash } from "./code-hash.js";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "actbench code ")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const hashOf = (files: Readonly<Record<string, string>>, entry = "a.mjs"): string =>
  codeHash(join(folderWith(files), entry));

const PLUGIN = 'import { f } from "./lib/f.mjs";\nexport default { name: "a", value: f, slope: () => 1 };\n';
const LIBRARY = 'import { g } from "../g.mjs";\nexport const f = (x) => g(x);\n';
const FILES = {
  "a.mjs": PLUGIN,
  "lib/f.mjs": LIBRARY,
  "g.mjs": 'import "./a.mjs"; export const g = Math.sin;\n',
};

describe("codeHash", () => {
  it("is the same wherever the files lie and whatever the plugin's file is called", () => {
    const { "a.mjs": plugin, ...others } = FILES;
    const renamed = { ...others, "g.mjs": FILES["g.mjs"].replace("a.mjs", "b.mjs") };
    expect(hashOf(FILES)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(FILES)).toBe(hashOf(FILES));
    const alone = 'export default { name: "a", value: (x) => x, slope: () => 1 };\n';
    expect(hashOf({ "a.mjs": alone })).toBe(hashOf({ "deep/b.js": alone }, "deep/b.js"));
    expect(hashOf({ ...renamed, "b.mjs": plugin }, "b.mjs")).not.toBe(hashOf(FILES));
  });

  it("changes with any file that the plugin imports, and with no other", () => {
    for (const name of Object.keys(FILES) as (keyof typeof FILES)[])
      expect(hashOf({ ...FILES, [name]: `${FILES[name]}// changed\n` })).not.toBe(hashOf(FILES));
    expect(hashOf({ ...FILES, "other.mjs": "throw new Error();\n" })).toBe(hashOf(FILES));
  });

  it("follows dynamic imports, and passes over node:, import.meta and types", () => {
    const source = (library: string) => ({
      "a.mjs":
        'import "node:fs"; import type { T } from "nothing"; export const at = import.meta.url; await import("./b.mjs");\n',
      "b.mjs": library,
    });
    expect(hashOf(source("1;\n"))).not.toBe(hashOf(source("2;\n")));
  });

  it.each([
    [
      "a package",
      'import { erf } from "mathjs";\n',
      /imports "mathjs"; in a plugin with value and slope every import must be/,
    ],
    ["a computed name", "const n = 'x'; await import(n);\n", /imports a computed name/],
    [
      "a file that is not there",
      'import "./none.mjs";\n',
      /imports "\.\/none\.mjs", and there is no such file/,
    ],
    ["another kind of module", 'const x = require("./b.cjs"); module.exports = x;\n', /is a CommonJS module/],
  ])("refuses %s, with the way out", (_, text, message) => {
    const wanted = expect.objectContaining({
      code: "code_unreadable",
      message: expect.stringMatching(message),
    });
    let thrown: unknown;
    try {
      hashOf({ "a.mjs": text });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(wanted);
    expect(thrown instanceof CodeError && thrown.hint).toBeTruthy();
  });
});
