import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { runHere } from "./run-here.js";

let cwd = "";
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "actbench data "));
  cwd = join(folder, "project");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "package.json"), "{}");
  vi.stubEnv("ACTBENCH_CACHE", join(folder, "cache"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
const table = (rows: number) =>
  `x,y,side\n${Array.from({ length: rows }, (_, i) => `${i / 2},${-i},${i < rows / 2 ? "left" : "right"}`).join("\n")}\n`;
const SWEEP = `name: own
dataset: { csv: t.csv, target: side, rescale: standardize, validation: 8 }
model: { hidden: [4] }
train: { epochs: 1, batch_size: 8 }
parameters: { activation: [relu, gelu] }
seeds: 1
`;

describe("actbench datasets", () => {
  it("imports a table, then lists, describes, verifies it and trains on it by name", async () => {
    write("t.csv", table(60));
    const imported = await runHere(["datasets", "import", "sides", "t.csv", "--target", "side"], cwd);
    expect([imported.code, imported.stdout.split("\n")[0]]).toEqual([
      0,
      expect.stringMatching(
        /^imported sides: 48 training rows, 12 test rows, 2 inputs, 2 classes, hash [0-9a-f]{8}$/,
      ),
    ]);
    expect((await runHere(["datasets", "list"], cwd)).stdout).toMatch(
      /^sides +Rows of 2 inputs in 2 classes\. +here, in the cache$/m,
    );
    const { stdout } = await runHere(["datasets", "info", "sides"], cwd);
    expect(stdout).toMatch(/^left +24 +50\.0 %$/m);
    expect(stdout).toMatch(/^y +-\d+ +-?\d+ /m);
    const summary = JSON.parse(
      (await runHere(["datasets", "info", "sides", "--json"], cwd)).stdout,
    ) as object;
    expect(summary).toMatchObject({
      train_rows: 48,
      class_counts: [24, 24],
      class_names: ["left", "right"],
      density: expect.any(Number),
    });
    expect((await runHere(["datasets", "verify", "sides", "iris"], cwd)).stdout).toMatch(
      /^sides: ok[\s\S]*^iris: ok/m,
    );
    write("s.yaml", SWEEP.replace(/dataset: .*/, "dataset: { name: sides, validation: 8 }"));
    expect((await runHere(["validate", "s.yaml"], cwd)).stdout).toBe("s.yaml: ok, 2 trials\n");
  });

  it("verify exits with 1 and names what is damaged; list goes on", async () => {
    write("t.csv", table(40));
    await runHere(["datasets", "import", "sides", "t.csv", "--target", "side"], cwd);
    rmSync(join(process.env.ACTBENCH_CACHE ?? "", "rows"), { recursive: true });
    const { code, stdout } = await runHere(["datasets", "verify", "sides", "iris"], cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^sides: .*cannot be read.*import sides again from t\.csv\niris: ok/m);
  });

  it.each([
    [["import", "sides", "none.csv", "--target", "a"], "none.csv: cannot be read"],
    [["import", "sides", "t.pdf"], "neither a folder nor files ending in .csv"],
    [["import", "mnist", "t.csv"], '"mnist" is in the catalog already'],
    [["import", "sides", "t.csv", "--holdout", "1"], "expected a number from 0 to less than 1"],
    [["fetch", "unheard"], "has no default address"],
    [["info", "mnsit"], 'there is no dataset "mnsit"'],
  ])("refuses datasets %j with exit code 2", async (words, message) => {
    const { code, stdout, stderr } = await runHere(["datasets", ...words], cwd);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("a sweep file with data of its own", () => {
  it("is planned and validated; what is wrong with the data is said at its place", async () => {
    write("s.yaml", SWEEP);
    write("t.csv", table(60));
    const plan = await runHere(["plan", "s.yaml", "--json"], cwd);
    expect(JSON.parse(plan.stdout)).toMatchObject({ points: 2, trials: 2 });
    write("t.csv", `${table(60)}1,2\n`);
    const { code, stdout } = await runHere(["validate", "s.yaml"], cwd);
    expect([code, stdout]).toEqual([
      2,
      "s.yaml:2:10: dataset: t.csv: row 62 has 2 cells, the header has 3\n",
    ]);
  });

  it("reads no file outside its project", async () => {
    write("s.yaml", SWEEP.replace("t.csv", "../t.csv"));
    writeFileSync(join(cwd, "..", "t.csv"), table(60));
    const { stdout } = await runHere(["validate", "s.yaml"], cwd);
    expect(stdout).toContain(
      "../t.csv is outside the project of the sweep file; copy it there, or import it",
    );
  });
});
