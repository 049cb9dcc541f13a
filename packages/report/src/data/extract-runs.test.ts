import { describe, expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { trialValue } from "../metrics/trial-value.js";
import { renderReport } from "../page/render-report.js";
import { DATA_CLOSE, DATA_OPEN } from "./embed.js";
import { extractRun } from "./extract-runs.js";
import { ReportDataError } from "./report-data-error.js";

type Tree = { [key: string]: unknown };

/** The page with its parsed data changed by hand. */
function tampered(change: (data: Tree) => void): string {
  const page = renderReport({ runs: [syntheticRun()] });
  const start = page.indexOf(DATA_OPEN) + DATA_OPEN.length;
  const end = page.indexOf(DATA_CLOSE, start);
  const data = JSON.parse(page.slice(start, end)) as Tree;
  change(data);
  return page.slice(0, start) + JSON.stringify(data) + page.slice(end);
}

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
  it("gives back the study and every outcome exactly", () => {
    const run = syntheticRun({ activations: hostileActivations });
    const { study, records } = extractRun(renderReport({ runs: [run] }));
    expect(study).toEqual(run.study);
    expect(records).toHaveLength(run.records.length);
    records.forEach((record, i) => {
      const { curve: _, ...head } = run.records[i] ?? {};
      expect(record).toMatchObject(head);
      expect(trialValue(record, "test_loss")).toBe(trialValue(run.records[i], "test_loss"));
    });
  });

  it("is not fooled by a name that looks like a page's data", () => {
    const name = `${DATA_OPEN}{"actbench":1}${DATA_CLOSE}`;
    expect(extractRun(renderReport({ runs: [syntheticRun({ name })] })).study.name).toBe(name);
  });

  it("says what is wrong with a page that is not ours, cut off or damaged", () => {
    const page = renderReport({ runs: [syntheticRun()] });
    const middle = page.indexOf(DATA_OPEN) + DATA_OPEN.length + 500;
    expect(problemOf("<!doctype html><p>hello")).toMatch(/holds no run/);
    expect(problemOf(page.slice(0, middle))).toMatch(/cut off/);
    expect(problemOf(page.replace(DATA_OPEN, `${DATA_OPEN}}`))).toMatch(/damaged/);
    expect(problemOf(renderReport({ runs: [syntheticRun(), syntheticRun()] }))).toMatch(/holds 2 runs/);
  });

  it.each<[string, (data: Tree) => void, RegExp]>([
    ["a newer version", (d) => (d.actbench = 99), /another version/],
    [
      "a status of its own",
      (d) => ((d.records as Tree[][])[0] = [{ status: "won", id: "a" }, []] as never),
      /records\[0\].*no status/,
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
      /no operator of 1 operands is called "eval"/,
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
    const poisoned = renderReport({ runs: [syntheticRun()] }).replace(
      '"baseline":{',
      '"baseline":{"__proto__":{"x":1},',
    );
    expect(problemOf(poisoned)).toMatch(/__proto__/);
  });
});
