import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ASKED_SCORES,
  isScoreMetric,
  METRICS,
  type MetricColumn,
  type MetricEntry,
  metricOf,
} from "@actbench/core/internal";
import { metricTitle, rankRun } from "@actbench/report";
import { afterAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../../test/parse-csv.js";
import { onlyRun, writeSweep } from "../../../test/tiny-study.js";
import { syntheticRun } from "../../report/test/synthetic-study.js";
import { rankedTable } from "../src/reporters/ranked-table.js";
import { ownColors } from "../src/terminal/own-codes.js";
import { runHere } from "./run-here.js";

const PLAIN = { width: 200, colors: ownColors(false) };
/** A study of a task, which asks for all scores of it. */
function studyOf(task: "classification" | "regression"): string {
  const asked = ASKED_SCORES.filter(({ tasks }) => tasks?.includes(task)).map(({ name }) => name);
  const dataset = task === "classification" ? "iris" : "auto_mpg";
  return `version: 1
name: tiny
dataset: { name: ${dataset}, validation: 30, test: 30 }
model: { hidden: [8] }
train: { epochs: 3, batch_size: 16, lr: ${task === "classification" ? 2 : 0.05} }
measure: { dead_units: { every: epoch }, scores: [${asked.join(", ")}], turnover: true }
parameters: { activation: [relu, tanh, { name: leaky_relu, alpha: 0.3 }] }
seeds: 2
`;
}

/** Whether a metric is a score that one task alone has. */
const isOnlyOf = (metric: MetricEntry, task: "classification" | "regression"): boolean =>
  isScoreMetric(metric) && metric.score.tasks?.join() === task;

/** Rows that have the metric: where no unit died there is no share of those that came back. */
const having = (name: string, rows: readonly Readonly<Record<string, string>>[]) =>
  name === "revived_rate" ? rows.filter((row) => Number(row.died_rate) > 0) : rows;

/** Labels of activations by rank, as the table prints them. */
const ranked = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^ *\d+ +(relu|tanh|leaky_relu\S*) /gm)].map(([, label = ""]) => label);

describe.each([
  ["classification", METRICS.filter((metric) => !isOnlyOf(metric, "regression"))],
  ["regression", METRICS.filter((metric) => isOnlyOf(metric, "regression"))],
] as const)("every metric of %s", (task, metrics) => {
  const STUDY = studyOf(task);
  const names: readonly MetricColumn[] = metrics.map(({ name }) => name);
  const ofTrials = names.filter((name) => name !== "step_ns");
  const cwd = mkdtempSync(join(tmpdir(), "actbench metrics "));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  const config = writeSweep(cwd, STUDY);
  const run = (...words: string[]) => runHere(["run", config, ...words, "--quiet"], cwd);
  const page = (): string => readFileSync(join(onlyRun(cwd), "report.html"), "utf8");

  it.each(ofTrials)("%s ranks the table and the page, in its own direction", async (name) => {
    const { code, stdout, stderr } = await run(`metric=${name}`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(metricTitle(name));
    expect(page()).toContain(`Ranked by ${metricTitle(name)}; `);
    const rows = parseCsv(readFileSync(join(onlyRun(cwd), "results.csv"), "utf8"));
    expect(having(name, rows).length).toBeGreaterThan(0);
    expect(having(name, rows).map((row) => row[name])).not.toContain("");
    const means = [0, 1, 2].map((point) => {
      const values = rows.filter((row) => row.point === `${point}`).map((row) => Number(row[name]));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    const sign = metricOf(name).goal === "maximize" ? -1 : 1;
    const labels = ["relu", "tanh", "leaky_relu(alpha=0.3)"];
    const listed = [0, 1, 2].filter((point) => having(name, rows).some((row) => row.point === `${point}`));
    // Ties keep the plan's order.
    const order = listed.sort((a, b) => sign * ((means[a] ?? 0) - (means[b] ?? 0)));
    expect(ranked(stdout)).toEqual(order.map((point) => labels[point]));
  });

  it("each is a column of results.csv, of both exports and of the trial table, and a claim decides by it", async () => {
    const claims = ofTrials.map(
      (name) => `  - { id: ${name}, where: { activation: relu }, metric: ${name}, expect: '>= -100' }`,
    );
    const claimed = writeSweep(cwd, `${STUDY}claims:\n${claims.join("\n")}\n`, "claimed.yaml");
    expect((await runHere(["run", claimed, "--quiet"], cwd)).code).toBe(0);
    const folder = onlyRun(cwd);
    const table = async (name: string) =>
      parseCsv((await runHere(["export", folder, "--table", name], cwd)).stdout);
    const [csv, trials, points] = [
      parseCsv(readFileSync(join(folder, "results.csv"), "utf8")),
      await table("trials"),
      await table("points"),
    ];
    expect(trials).toEqual(csv);
    const shown = (await runHere(["show", "1", "--run", folder], cwd, 300)).stdout;
    for (const { title, tasks } of ASKED_SCORES)
      if (tasks?.includes(task)) expect(shown).toContain(`valid ${title}`);
    expect(shown).toMatch(
      /layer +units +born dead +came alive +died +came back +dead +longest dead\n +1 +8 +\d/,
    );
    expect(Object.keys(csv[0] ?? {}).slice(-2)).toEqual(["died_rate", "revived_rate"]);
    const html = page();
    const decided = new Map((await table("claims")).map((row) => [row.id, row]));
    for (const name of ofTrials) {
      expect(
        having(name, csv).map((row) => row[name]),
        name,
      ).not.toContain("");
      expect(
        having(name, points).map((row) => row[name]),
        name,
      ).not.toContain("");
      expect(html, name).toContain(metricTitle(name));
      expect(Number(decided.get(name)?.value), name).toBeGreaterThanOrEqual(
        ["r2", "db"].includes(metricOf(name).unit) ? -100 : 0,
      );
      expect(decided.get(name)?.metric, name).toBe(name);
    }
  });

  it.each(metrics.filter(({ of }) => of === "epoch").map(({ name }) => name))(
    "%s stops trials early, or says why the test set does not",
    async (name) => {
      const stopped = writeSweep(
        cwd,
        `${STUDY}metric: ${name}\nearly_terminate: { min_iter: 1 }\n`,
        "stop.yaml",
      );
      const { code, stdout, stderr } = await runHere(["validate", stopped], cwd);
      if (name.startsWith("test_")) expect(stdout).toContain("the test set must not select");
      else expect([code, stderr]).toEqual([0, ""]);
    },
  );

  if (task === "regression") return;

  it("step_ns is not used for ranking without the isolated speed lane, and the table, the page and a warning say so", async () => {
    const { stdout, stderr } = await run("metric=step_ns");
    const words =
      "ranked by validation accuracy, not by step_ns: the isolated timing was not run (measure: { speed: true })";
    expect(stdout).toContain(words);
    expect(page()).toContain(`R${words.slice(1)}`);
    const asked = writeSweep(cwd, `${STUDY}metric: step_ns\n`, "asked.yaml");
    const validated = await runHere(["validate", asked], cwd);
    expect(validated.stdout + validated.stderr).toContain(
      "the metric is step_ns, but isolated timing is off",
    );
    expect(stderr).toContain("the metric is step_ns, but isolated timing is off");
  });

  it("step_ns ranks by the lane's times where it ran", () => {
    const synthetic = syntheticRun({ faults: "none" });
    const study = { ...synthetic.study, metric: { name: "step_ns", goal: "minimize" } as const };
    const { ranked } = rankRun({ ...synthetic, study });
    const lines = rankedTable(study, ranked, PLAIN).split("\n");
    expect(lines[0]).toMatch(/# +configuration +time of a step +95 % interval +rounds +validation accuracy/);
    expect(lines[1]).toMatch(/1 +relu · .* 280 µs +\d+ µs … \d+ µs +16 /);
    expect(lines.at(-1)).toContain("ranked by the time of a step, measured alone");
  });

  it("a goal turned round is refused, and with force ranks and chooses the worst first", async () => {
    const turned = "metric={ name: validation_accuracy, goal: minimize }";
    const refused = await run(turned);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /validation_accuracy is better when it is larger: with this goal the worst configuration would come first/,
    );
    expect(refused.stderr).toContain("add force: true");
    const forced = await run("metric={ name: validation_accuracy, goal: minimize, force: true }");
    expect(forced.code).toBe(0);
    expect(forced.stdout).toContain("ranked by validation accuracy, the worst first, as metric.force asks");
    const usual = await run("metric=validation_accuracy");
    expect(ranked(forced.stdout)[0]).not.toBe(ranked(usual.stdout)[0]);
  });
});
