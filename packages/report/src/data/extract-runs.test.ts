import { describe, expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { type MetricName, TRIAL_METRICS } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { renderReport } from "../page/render-report.js";
import type { Run } from "../view/run.js";
import { extractRun } from "./extract-runs.js";
import { dataChecksum, readPageData } from "./page-data.js";
import { ReportDataError } from "./report-data-error.js";

type Tree = { [key: string]: unknown };

const pageOf = (run: Run): string => renderReport({ runs: [run] });

/** The page with its head's text changed, and a checksum that fits. */
function rewritten(change: (head: string) => string): string {
  const page = pageOf(syntheticRun());
  const [data] = readPageData(page);
  if (data === undefined) throw new Error("the page holds no run");
  const head = change(data.head);
  return page
    .replace(data.head, () => head)
    .replace(dataChecksum(data), dataChecksum({ head, trials: data.trials }));
}

const tampered = (change: (head: Tree) => void): string =>
  rewritten((text) => {
    const head = JSON.parse(text) as Tree;
    change(head);
    return JSON.stringify(head);
  });

// A last place of six digits is at most 10⁻⁵ of the number; pooled rates are sums of a few such numbers.
const HALF_A_SIXTH_DIGIT = 5.1e-6;
/** Times have four. */
const TIMES: readonly MetricName[] = ["train_s", "samples_per_s"];

const problemOf = (page: string): string => {
  try {
    extractRun(page);
    return "";
  } catch (error) {
    if (error instanceof ReportDataError) return error.message;
    throw error;
  }
};

describe("extractRun", () => {
  it("gives back the study whole and every outcome to six digits", () => {
    const run = syntheticRun({ activations: hostileActivations });
    const { study, records } = extractRun(renderReport({ runs: [run] }));
    expect(study).toEqual(run.study);
    expect(records).toHaveLength(run.records.length);
    records.forEach((record, i) => {
      const before = run.records[i];
      expect([record.id, record.status]).toEqual([before?.id, before?.status]);
      for (const metric of TRIAL_METRICS) {
        const [value, exact] = [trialValue(record, metric), trialValue(before, metric)];
        if (value === undefined || exact === undefined) expect(value).toBe(exact);
        else
          expect(Math.abs(value - exact)).toBeLessThanOrEqual(
            Math.abs(exact) * (TIMES.includes(metric) ? 100 : 1) * HALF_A_SIXTH_DIGIT,
          );
      }
      if (before !== undefined && "digest" in before) expect(record).toMatchObject({ digest: before.digest });
      if (before?.status === "failed") expect(record).toEqual({ ...before, curve: record.curve });
    });
  });

  it("gives back a loss that was not finite as none, and a trial that diverged before its first epoch", () => {
    const run = syntheticRun({ faults: "none", seeds: 1 });
    const [first, second, ...rest] = run.records;
    if (first?.status !== "completed" || second?.status !== "completed") throw new Error("not completed");
    const curve = first.curve.map(({ test, ...epoch }) => ({
      ...epoch,
      test: { accuracy: test?.accuracy ?? 0 },
    }));
    const { status: _, ...ran } = second;
    const wild: Run = {
      ...run,
      records: [{ ...first, curve }, { ...ran, status: "diverged", step: 0, curve: [], digest: "" }, ...rest],
    };
    const page = pageOf(wild);
    const back = extractRun(page);
    expect(back.records[0]?.curve.at(-1)?.test).toEqual({ accuracy: expect.any(Number) });
    expect(back.records[1]).toMatchObject({ status: "diverged", step: 0, curve: [], digest: "" });
    expect(pageOf(back)).toBe(page);
  });

  it("is not fooled by a name that looks like a page's data", () => {
    const [block = ""] = /<script type="application\/json".*?<\/script>/s.exec(pageOf(syntheticRun())) ?? [];
    expect(block.length).toBeGreaterThan(1000);
    for (const name of [block, "\n<tr id=trial-1 data-p=0 data-r=AAA><td>1<td>0123456789abcdef\n"])
      expect(extractRun(pageOf(syntheticRun({ name, lrs: [0.1] }))).study.name).toBe(name);
  });

  it("says what is wrong with a page that is not ours, cut off or damaged", () => {
    const page = pageOf(syntheticRun());
    expect(problemOf("<!doctype html><p>hello")).toMatch(/holds no run/);
    expect(problemOf(page.slice(0, page.indexOf('{"actbench"') + 500))).toMatch(/cut off/);
    expect(problemOf(rewritten((head) => `${head}}`))).toMatch(/damaged/);
    expect(problemOf(renderReport({ runs: [syntheticRun(), syntheticRun()] }))).toMatch(/holds 2 runs/);
  });

  it("refuses data in which one digit was changed, a row's or the head's", () => {
    const page = pageOf(syntheticRun());
    const changes = [
      page.replace('"confidence":0.95', '"confidence":0.94'),
      page.replace(
        /(data-r=.{20})(.)/,
        (_, before: string, digit: string) => before + (digit === "A" ? "B" : "A"),
      ),
      page.replace(/data-p=(\d+)/, "data-p=9"),
      page.replace(/<tr id=trial-7 .*\n/, ""),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(page);
      expect(problemOf(changed)).toMatch(/does not have its checksum/);
    }
  });

  it.each<[string, (data: Tree) => void, RegExp]>([
    ["a newer version", (d) => (d.actbench = 99), /another version/],
    [
      "a status of its own",
      (d) => ((d.layout as Tree).statuses = ["won", "won", "won", "won", "won", "won", "won"]),
      /trial 1.*"won" is not a status/,
    ],
    ["no name", (d) => delete (d.study as Tree).name, /^study\.name: expected a text, found nothing/],
    [
      "an impossible confidence",
      (d) => ((d.study as Tree).stats = { confidence: 2, correction: "holm" }),
      /study\.stats\.confidence/,
    ],
    [
      "an unknown operator",
      (d) =>
        (((d.study as Tree).activations as Tree[])[0] = {
          label: "a",
          name: "a",
          tree: ["eval", "x"],
          params: [],
          inputs: 1,
          at_kink: "left",
        }),
      /study\.activations\[0\]\.tree: unknown operator "eval"/,
    ],
    ["fewer columns than numbers", (d) => ((d.layout as Tree).outcome = []), /trial 1: /],
    [
      "a list of a million places",
      (d) => ((d.layout as Tree).epoch = [["units", 1e6, "dead"]]),
      /layout\.epoch\[0\]: 1000000 is no place/,
    ],
    ["a part that is not there", (d) => ((d.parts as Tree).model = []), /no model number 0/],
    ["a list where an object belongs", (d) => (d.study = []), /study: expected an object, found a list/],
  ])("refuses %s with its place", (_, change, message) => {
    expect(problemOf(tampered(change))).toMatch(message);
  });

  it("refuses trees too deep to walk, and prototypes", () => {
    const deep = tampered((d) => {
      let tree: unknown = "x";
      for (let i = 0; i < 1000; i++) tree = ["neg", tree];
      ((d.study as Tree).activations as Tree[])[0] = {
        label: "a",
        name: "a",
        tree,
        params: [],
        inputs: 1,
        at_kink: "left",
      };
    });
    expect(problemOf(deep)).toMatch(/nested deeper/);
    const baseline = '"baseline":{';
    const poisoned = rewritten((head) => head.replace(baseline, `${baseline}"__proto__":{"x":1},`));
    expect(problemOf(poisoned)).toMatch(/__proto__/);
    expect(problemOf(rewritten((head) => head.replace('["peak_bytes"]', '["__proto__","x"]')))).toMatch(
      /__proto__/,
    );
  });
});
