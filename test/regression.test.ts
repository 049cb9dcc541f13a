import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../packages/datasets/src/index.js";
import { actbench, ROOT, temporaryFolder } from "./actbench.js";
import { parseCsv } from "./parse-csv.js";
import { onlyRun, results, writeSweep } from "./tiny-study.js";

/** Two numbers of two inputs, one of them large. */
const TABLE = `a,b,u,v\n${Array.from({ length: 120 }, (_, i) => {
  const [a, b] = [((i * 37) % 101) / 50 - 1, ((i * 53) % 97) / 48 - 1];
  return [a, b, (5000 + 800 * a * b).toFixed(2), (a - b / 3).toFixed(4)].join(",");
}).join("\n")}\n`;

const STUDY = `version: 1
name: numbers
dataset: { csv: table.csv, targets: [u, v], rescale: standardize }
model: { hidden: [16] }
train: { epochs: 8, batch_size: 8, loss: huber }
parameters: { activation: [relu, tanh], lr: [0.05, 100000] }
seeds: 3
baseline: { activation: relu }
claims:
  - { id: tanh-learns, where: { activation: tanh, lr: 0.05 }, metric: test_r2, expect: "> 0.5" }
`;

/** A folder with the table and the study; gives both their names. */
function study(text = STUDY) {
  const cwd = temporaryFolder();
  writeSweep(cwd, TABLE, "table.csv");
  return { cwd, sweep: writeSweep(cwd, text) };
}

describe("a study that predicts numbers", () => {
  it("ranks by RMSE in the targets' own unit, decides a claim, and counts a diverged trial as the training mean", async () => {
    const { cwd, sweep } = study();
    const { code, stdout, stderr } = await actbench(["run", sweep, "--quiet"], {
      cwd,
      env: { COLUMNS: "120" },
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/# +configuration +validation RMSE +95 % interval/);
    const rows = results(onlyRun(cwd));
    const columns = Object.keys(rows[0] ?? {});
    // Behind those of every run; one of each target.
    expect(columns.slice(columns.indexOf("error") + 1)).toEqual([
      ...["train", "validation", "test"].flatMap((part) =>
        ["rmse", "mae", "r2"].map((score) => `${part}_${score}`),
      ),
      ...["train", "validation", "test"].flatMap((part) =>
        ["u", "v"].map((target) => `${part}_rmse_${target}`),
      ),
    ]);
    const trained = rows.filter((row) => row.lr === "0.05");
    for (const row of trained) {
      const [u, v, both] = ["test_rmse_u", "test_rmse_v", "test_rmse"].map((name) => Number(row[name]));
      expect(Math.sqrt(((u ?? 0) ** 2 + (v ?? 0) ** 2) / 2) / (both ?? 1)).toBeCloseTo(1, 9);
      expect(u).toBeLessThan(400);
      expect(row.test_accuracy).toBe("");
    }
    const diverged = rows.filter(({ status }) => status === "diverged");
    expect(diverged.length).toBeGreaterThan(0);
    for (const row of diverged) expect(row.test_rmse).toBe("");
    const page = readFileSync(join(onlyRun(cwd), "report.html"), "utf8");
    expect(page).toContain("Ranked by validation RMSE; ");
    const { stdout: claims } = await actbench(["check", onlyRun(cwd)], { cwd });
    expect(claims).toContain("tanh-learns");
    const { stdout: exported } = await actbench(["export", onlyRun(cwd), "--table", "points"], { cwd });
    const [best] = parseCsv(exported);
    expect(Number(best?.validation_rmse)).toBeGreaterThan(0);
    expect(best).not.toHaveProperty("test_macro_f1");
  });

  it("is the same for any number of workers, and replayed", async () => {
    const { cwd, sweep } = study();
    await actbench(["run", sweep, "--quiet", "--workers", "1", "--out", "one"], { cwd });
    await actbench(["run", sweep, "--quiet", "--workers", "3", "--out", "three"], { cwd });
    expect(results(onlyRun(cwd, "three"))).toEqual(results(onlyRun(cwd, "one")));
    const run = onlyRun(cwd, "one");
    const { code, stdout } = await actbench(["replay", "1", "--run", run], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("same")]);
  });

  it("stops early by its RMSE, and is compared with another run", async () => {
    const { cwd, sweep } = study(`${STUDY}method: halving\nearly_terminate: { min_iter: 2, eta: 2 }\n`);
    const { code, stderr } = await actbench(["run", sweep, "--quiet", "--out", "a"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    const states = results(onlyRun(cwd, "a")).map(({ status }) => status);
    expect(states).toContain("pruned");
    await actbench(["run", writeSweep(cwd, STUDY, "b.yaml"), "--quiet", "--out", "b"], { cwd });
    const compared = await actbench(["compare", onlyRun(cwd, "a"), onlyRun(cwd, "b")], { cwd });
    expect(compared.stdout).toContain("validation RMSE");
  });

  it("draws other rows with each seed where that is asked for, and the page and the table say what intervals cover", async () => {
    const cwd = temporaryFolder();
    const text = `version: 1
dataset: auto_mpg
model: { hidden: [8] }
train: { epochs: 2, batch_size: 16 }
parameters: { activation: [relu, tanh] }
seeds: { count: 3, split: true }
`;
    const { code, stderr } = await actbench(["run", writeSweep(cwd, text), "--quiet"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    const covered = "seeds and splits of this data";
    expect(readFileSync(join(onlyRun(cwd), "report.html"), "utf8")).toContain(covered);
    const { stdout } = await actbench(["export", onlyRun(cwd), "--table", "points", "--format", "markdown"], {
      cwd,
    });
    expect(stdout).toContain(covered);
    // Another network is trained on the rows of its seed: a replay finds the same bits.
    const replayed = await actbench(["replay", "3", "--run", onlyRun(cwd)], { cwd });
    expect([replayed.code, replayed.stdout]).toEqual([0, expect.stringContaining("same")]);
  });

  it("knows a picture, and measures its PSNR without being asked", async () => {
    const cwd = temporaryFolder();
    const text =
      "version: 1\ndataset: { name: digit, validation: 0 }\nmodel: { hidden: [16], init: siren }\ntrain: { epochs: 2 }\nparameters: { activation: [{ name: sin, omega: 30 }] }\nseeds: 1\n";
    const { code, stderr } = await actbench(["run", writeSweep(cwd, text), "--quiet"], { cwd });
    expect([code, stderr]).toEqual([0, expect.stringContaining("the metric is test_rmse")]);
    expect(Number(results(onlyRun(cwd))[0]?.train_psnr)).toBeGreaterThan(5);
    expect(readFileSync(join(onlyRun(cwd), "report.html"), "utf8")).toContain('<section id="fits"');
  });

  it("keeps the promises of docs/regression.md: its sweep file, and the rows of the sets that come with it", async () => {
    const text = readFileSync(`${ROOT}docs/regression.md`, "utf8");
    const cwd = temporaryFolder();
    const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    writeSweep(cwd, TABLE.replace("a,b,u,v", "size,age,price,rooms"), "houses.csv");
    const { code, stdout } = await actbench(["validate", writeSweep(cwd, yaml, "houses.yaml")], { cwd });
    expect([code, stdout]).toEqual([0, "houses.yaml: ok, 20 trials\n"]);
    const told = [...text.matchAll(/^\| `(\w+)` +\| ([\d,]+), ([\d,]+) +\|/gm)];
    expect(told.length).toBe(8);
    for (const [, name = "", ...counts] of told) {
      const { trainRows, testRows } = await loadDataset(name);
      expect(
        counts.map((one) => Number(one?.replace(",", ""))),
        name,
      ).toEqual([trainRows, testRows]);
    }
  });
});
