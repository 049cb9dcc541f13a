import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCommand } from "../packages/cli/src/command/parse-command.js";
import { commands, groups } from "../packages/cli/src/commands.js";
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

describe("what the documents promise", () => {
  it("the README's commands are the command line's, each with its help", async () => {
    const { stdout: help } = await actbench(["--help"], { cwd: ROOT });
    const commands = [...read("README.md").matchAll(/^actbench ([a-z]+)/gm)].map(([, name]) => name ?? "");
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(help).toContain(`actbench ${command}`);
    const offered = [...help.matchAll(/^ {2}actbench ([a-z]+)/gm)].map(([, name]) => name ?? "");
    expect(offered.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it("the README's two commands and those of the contributors are scripts of the repository", () => {
    const { scripts, packageManager } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
      readonly packageManager: string;
    };
    const called = PAGES.flatMap((page) => [...read(page).matchAll(/npx --yes (pnpm@[\d.]+) (\w+)/g)]);
    expect(called.length).toBeGreaterThan(4);
    for (const [, manager, script] of called) {
      expect(manager).toBe(packageManager);
      expect(script === "install" || script === undefined || script in scripts).toBe(true);
    }
    expect(read(".ci/run")).toContain("npx --yes pnpm@12.21.0 test");
  });

  it("each command line in docs/ is one that the parser takes", async () => {
    const blocks = PAGES.filter((page) => page.startsWith("docs/")).flatMap((page) =>
      [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block),
    );
    const lines = blocks.flatMap((block) =>
      [...block.matchAll(/^(?:npx --yes pnpm@[\d.]+ )?actbench (.+)$/gm)].map(([, line = ""]) => line),
    );
    // What a shell puts in the place of a variable is not known here.
    const known = lines.map((line) => line.replace(/\s+#.*$/, "")).filter((line) => !/["$]/.test(line));
    expect(known.length).toBeGreaterThan(40);
    const table = { commands, groups, version: "0", epilogue: "", columns: 80 };
    for (const line of known)
      await expect(parseCommand(line.split(/\s+/), table), line).resolves.toMatchObject({ kind: "command" });
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
