import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { report } from "../src/api/report.js";
import { runHere } from "./run-here.js";

let project = "";
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "actbench own "));
  project = join(folder, "project");
  mkdirSync(join(project, "configs"), { recursive: true });
  writeFileSync(join(project, "package.json"), "{}");
  vi.stubEnv("ACTBENCH_CACHE", join(folder, "cache"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

const DATA = "configs/sides.csv";
const TABLE = `x,y,side\n${Array.from({ length: 60 }, (_, i) => `${(i * 7) % 60},${(i * 11) % 13},${(i * 7) % 60 < 30 ? "left" : "right"}`).join("\n")}\n`;
const SWEEP = `name: sides
dataset: { csv: sides.csv, inputs: [x, y], target: side, validation: 8 }
model: { hidden: [4] }
train: { epochs: 2, batch_size: 8 }
parameters: { activation: [relu, tanh], dataset.normalize: [none, standardize] }
seeds: 1
`;
const write = (name: string, text: string): void => writeFileSync(join(project, name), text);
const train = async (): Promise<string> => {
  write(DATA, TABLE);
  write("configs/sides.yaml", SWEEP);
  const { code, stderr } = await runHere(["run", "configs/sides.yaml", "--quiet"], project);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.not.stringContaining("regions") });
  const [run = ""] = readdirSync(join(project, "results"));
  return join(project, "results", run);
};
const page = (run: string): string => readFileSync(join(run, "report.html"), "utf8");
const maps = (html: string): number => html.match(/class="region-card"/g)?.length ?? 0;

describe("a run on data of the sweep file's own", () => {
  it("has decision regions of two inputs, in its page and in every later one", async () => {
    const run = await train();
    const first = page(run);
    expect(maps(first)).toBe(4);
    // Another working folder: the run knows where its data lay.
    const again = await runHere(["report", run], tmpdir());
    expect([again.code, again.stderr, page(run) === first]).toEqual([0, "", true]);
    expect(maps(await report(run))).toBe(4);
    expect(readFileSync(join(run, "study.lock.yaml"), "utf8")).toContain(
      "\nsources:\n  sides: ../../configs\n",
    );
    expect(first).not.toContain("../../configs");
  });

  it("is replayed, looked into and verified with its data", async () => {
    const run = await train();
    for (const [words, text] of [
      [["replay", "1", "--run", run], "same: every bit of the end agrees"],
      [["show", "1", "--run", run, "--unit", "1:1"], "over 40 training examples"],
      [["report", "--verify", run, "--retrain", "1"], "same: every bit of the end agrees"],
    ] as const) {
      const { code, stdout } = await runHere(words, tmpdir());
      expect([code, stdout]).toEqual([0, expect.stringContaining(text)]);
    }
  });

  it("says so where its data was changed or is gone, and finds it where the project went", async () => {
    const run = await train();
    write(DATA, TABLE.replace("\n7,", "\n8,"));
    const changed = await runHere(["report", run], project);
    expect([changed.code, maps(page(run))]).toEqual([0, 0]);
    expect(changed.stderr).toMatch(
      /no decision regions: .* not where they were, or not as they were \(other data/,
    );
    rmSync(join(project, DATA));
    const gone = await runHere(["replay", "1", "--run", run], project);
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringMatching(/\(sides\.csv: cannot be read/)]);
    expect(gone.stderr).toMatch(/put them back as they were, into one of .*configs, /);
    write(DATA, TABLE);
    const moved = `${project} moved`;
    renameSync(project, moved);
    const { code } = await runHere(["replay", "1", "--run", run.replace(project, moved)], moved);
    expect(code).toBe(0);
  });

  it("never reads files outside the project that its lock names", async () => {
    const run = await train();
    const outside = join(project, "..", "outside.csv");
    renameSync(join(project, DATA), outside);
    const lock = join(run, "study.lock.yaml");
    // As a stranger's run may have it: the checksum is that of the text.
    const text = readFileSync(lock, "utf8").replace("csv: sides.csv", "csv: ../../outside.csv");
    const { createHash } = await import("node:crypto");
    const end = text.lastIndexOf("# SHA-256");
    const sum = createHash("sha256").update(text.slice(0, end)).digest("hex");
    writeFileSync(lock, `${text.slice(0, end)}# SHA-256 of all above: ${sum}\n`);
    const { code, stderr } = await runHere(["replay", "1", "--run", run], project);
    expect([code, stderr]).toEqual([2, expect.stringContaining("is outside the project of the sweep file")]);
  });
});
