import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCommand } from "../packages/cli/src/command/parse-command.js";
import { commands, groups } from "../packages/cli/src/commands.js";
import { formatFormula } from "../packages/core/src/formula/language/format.js";
import { FUNCTION_NAMES, parseFormula } from "../packages/core/src/formula/language/parse-formula.js";
import { stable } from "../packages/core/src/formula/simplify/stable.js";
import { actbench, ROOT, temporaryFolder } from "./actbench.js";
import { writeSweep } from "./tiny-study.js";

const read = (file: string): string => readFileSync(`${ROOT}${file}`, "utf8");
const docs = readdirSync(`${ROOT}docs`, { recursive: true, encoding: "utf8" });
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  ...docs.filter((file) => file.endsWith(".md")).map((file) => `docs/${file.replaceAll("\\", "/")}`),
];
const PACKAGES = readdirSync(`${ROOT}packages`).map((name) => `packages/${name}/README.md`);

describe("what the documents promise", () => {
  it("the README's commands are the command line's, each with its help", async () => {
    const { stdout: help } = await actbench(["--help"], { cwd: ROOT });
    const commands = [...read("README.md").matchAll(/^actbench ([a-z]+)/gm)].map(([, name]) => name ?? "");
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(help).toContain(`actbench ${command}`);
    const offered = [...help.matchAll(/^ {2}actbench ([a-z]+)/gm)].map(([, name]) => name ?? "");
    expect(offered.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it("the functions of formulas are those of the language", () => {
    const [, list = ""] =
      /and the functions\n\n```\n([^`]+)```/.exec(read("docs/your-own-activation.md")) ?? [];
    expect(list.trim().split(/\s+/)).toEqual(FUNCTION_NAMES);
  });

  it("each form of formulas that is said to be rewritten is", () => {
    const rows = [...read("docs/your-own-activation.md").matchAll(/^\| `([^`]+)` +\| `([^`]+)` +\|$/gm)];
    expect(rows.length).toBeGreaterThan(15);
    const canonical = (source = ""): string =>
      formatFormula(stable(parseFormula(source, { params: ["a", "b"] })));
    for (const [, written, computed] of rows) {
      expect(canonical(written)).toBe(canonical(computed));
      expect(formatFormula(parseFormula(written ?? "", { params: ["a", "b"] }))).not.toBe(
        canonical(computed),
      );
    }
  });

  it("the README's two commands and those of the contributors are scripts of the repository", () => {
    const { scripts, packageManager } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
      readonly packageManager: string;
    };
    const called = [...PAGES, ...PACKAGES].flatMap((page) => [
      ...read(page).matchAll(/npx --yes (pnpm@[\d.]+) (\w+)/g),
    ]);
    expect(called.length).toBeGreaterThan(4);
    for (const [, manager, script] of called) {
      expect(manager).toBe(packageManager);
      expect(script === "install" || script === undefined || script in scripts).toBe(true);
    }
    expect(read(".ci/run")).toContain("npx --yes pnpm@12.21.0 test");
  });

  it("each command within a sentence is one that the parser takes, a script of the repository, or a file", async () => {
    const { scripts } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const within = [...PAGES, "bench/README.md", ...PACKAGES].flatMap((page) =>
      [
        ...read(page)
          .replaceAll(/^```[\s\S]*?^```$/gm, "")
          .matchAll(/`((?:npx|pnpm|actbench|node) [^`]+)`/g),
      ].map(([, line = ""]) => line.replaceAll(/\s+/g, " ")),
    );
    expect(within.length).toBeGreaterThan(40);
    const table = { commands, groups, version: "0", epilogue: "", columns: 80 };
    const names = ["", ...commands.map(({ name }) => name)];
    for (const line of within) {
      const [, name = ""] = /^(?:npx --yes )?pnpm(?:@[\d.]+)? ([\w:]+)/.exec(line) ?? [];
      const [, file] = /^node (bench\/\S+)/.exec(line) ?? [];
      const [, words = ""] = /actbench (.+)$/.exec(line) ?? [];
      if (file !== undefined) expect(() => read(file), line).not.toThrow();
      else if (name !== "" && name !== "actbench")
        expect(["exec", ...Object.keys(scripts)], line).toContain(name);
      else if (names.includes(words)) continue;
      else if (!words.includes("…"))
        await expect(parseCommand(words.split(" "), table), line).resolves.toMatchObject({ kind: "command" });
    }
  });

  it("each page of a study says how to repeat that study", () => {
    const pages = PAGES.filter((page) => /^docs\/studies\/(?!README)/.test(page));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const [, name] = /studies -- ([\w-]+)(?: --quick)?\n/.exec(read(page)) ?? [];
      expect(page).toBe(`docs/studies/${name}.md`);
      expect(() => read(`configs/studies/${name}.yaml`)).not.toThrow();
    }
  });

  it("the README's sweep file is valid", async () => {
    const cwd = temporaryFolder();
    const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(read("README.md")) ?? [];
    const { code, stdout } = await actbench(["validate", writeSweep(cwd, yaml)], { cwd });
    expect([code, stdout]).toEqual([0, "tiny.yaml: ok, 100 trials\n"]);
  });

  it("files that the documents name exist", () => {
    const named = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(
        ([, link = ""]) => new URL(link, `file://${ROOT}${page}`),
      ),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect(() => readFileSync(file), file.pathname).not.toThrow(/ENOENT/);
  });
});
