import { describe, expect, it } from "vitest";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";
import { defineCommand } from "./command.js";
import { entry } from "./command-entry.js";
import type { CommandTable } from "./command-table.js";
import { countFlag, textFlag, toggle } from "./flag.js";
import { type Parsed, parseCommand } from "./parse-command.js";
import { positional } from "./positional.js";

const train = defineCommand({
  positionals: { config: positional("one", "a file"), overrides: positional("many", "settings") },
  flags: { seeds: countFlag("seeds", 1), output: textFlag("page", "FILE", "o"), quiet: toggle("less") },
  examples: [["train x.yaml", "trains x"]],
  run: () => EXIT.ok,
});
const list = defineCommand({
  positionals: {},
  flags: {},
  examples: [],
  run: () => EXIT.ok,
});
const table: CommandTable = {
  commands: [
    entry("train <config> [overrides..]", "Train it", async () => train),
    entry("datasets list", "List them", async () => list),
  ],
  groups: [{ name: "datasets", summary: "Data" }],
  version: "1.2.3",
  epilogue: "the end",
  columns: 80,
};

async function values(...argv: string[]): Promise<Readonly<Record<string, unknown>>> {
  const parsed = await parseCommand(argv, table);
  if (parsed.kind !== "command") throw new Error(`got a text: ${parsed.text}`);
  return parsed.values;
}

async function complaint(...argv: string[]): Promise<string> {
  const outcome: unknown = await parseCommand(argv, table).catch((error: unknown) => error);
  if (!(outcome instanceof UsageError)) throw new Error(`no complaint about ${argv.join(" ")}`);
  return `${outcome.message}\n${outcome.hint ?? ""}`;
}

async function text(...argv: string[]): Promise<string> {
  const parsed: Parsed = await parseCommand(argv, table);
  return parsed.kind === "text" ? parsed.text : "";
}

describe("a command line", () => {
  it("gives positionals, flags and toggles with their types", async () => {
    expect(await values("train", "x.yaml", "a=1", "b=-2", "--seeds", "3", "-o", "p.html")).toMatchObject({
      config: "x.yaml",
      overrides: ["a=1", "b=-2"],
      seeds: 3,
      output: "p.html",
      quiet: false,
    });
  });

  it("keeps dotted names, numbers and words after a bare -- as they are written", async () => {
    const { overrides, config } = await values("train", "007", "--", "train.lr=0.10", "x=1e-3");
    expect(config).toBe("007");
    expect(overrides).toEqual(["train.lr=0.10", "x=1e-3"]);
  });

  it("finds a command of two words", async () => {
    const parsed = await parseCommand(["datasets", "list"], table);
    expect(parsed.kind === "command" && parsed.command).toBe(list);
  });

  it("names the nearest command for a typo, at both levels", async () => {
    expect(await complaint("trian", "x.yaml")).toContain("did you mean train?");
    expect(await complaint("datasets", "lst")).toContain("did you mean list?");
    expect(await complaint("frobnicate")).toContain("known: train, datasets");
  });

  it("names every unknown flag, each with the nearest", async () => {
    const said = await complaint("train", "x.yaml", "--seds", "3", "--quite");
    expect(said).toContain("unknown flag --seds; did you mean --seeds?");
    expect(said).toContain("unknown flag --quite; did you mean --quiet?");
  });

  it("refuses a value that is none, a flag without its value and a flag given twice", async () => {
    expect(await complaint("train", "x.yaml", "--seeds", "ten")).toContain(
      '--seeds "ten": expected a whole number from 1',
    );
    expect(await complaint("train", "x.yaml", "--seeds=")).toContain("--seeds");
    expect(await complaint("train", "x.yaml", "--seeds")).toContain("seeds");
    expect(await complaint("train", "x.yaml", "--seeds", "1", "--seeds", "2")).toContain("given 2 times");
  });

  it("refuses missing and superfluous words", async () => {
    expect(await complaint("train")).toContain(
      "missing argument: <config> (a file)\nsee actbench train --help",
    );
    expect(await complaint("train", "-x", "y.yaml")).toContain("unknown flag -x");
    expect(await complaint("datasets", "list", "more")).toContain('unexpected "more"');
    expect(await complaint("datasets")).toContain("datasets needs a second word");
  });

  it("answers --help with examples and --version", async () => {
    expect(await text("--help")).toMatch(/train <config> \[overrides\.\.\][\s\S]*the end/);
    expect(await text("train", "--help")).toMatch(/--seeds[\s\S]*actbench train x\.yaml {2}trains x/);
    expect(await text("--version")).toBe("1.2.3");
  });
});
