import { describe, expect, it } from "vitest";
import { CATALOGS, MOONS } from "../../test/load.js";
import { ConfigError, formatProblem, loadSweep, wantedData } from "../index.js";

const WINE = "dataset: { csv: data/Wine Quality.csv.gz, target: quality, train: 600 }\nseeds: 1\n";
const wanted = (text: string) => wantedData({ text, file: "s.yaml" });
const wine = { ...MOONS, name: "wine-quality", hash: "1".repeat(64) };

function load(text: string, faults: readonly (readonly [string, string])[] = []) {
  const datasets = faults.length > 0 ? [MOONS] : [MOONS, wine];
  const datasetNames = ["wine-quality"];
  const catalogs = { ...CATALOGS, datasets, datasetNames, datasetFaults: new Map(faults) };
  return loadSweep({ text, file: "s.yaml", catalogs });
}

function problems(text: string, faults: readonly (readonly [string, string])[] = []): readonly string[] {
  try {
    load(text, faults);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem);
    throw error;
  }
}

describe("custom data in a sweep file", () => {
  it("is named after its file, or as given, and asked for beside named sets", () => {
    expect(wanted(WINE)).toEqual({
      names: ["wine-quality"],
      own: { name: "wine-quality", source: { csv: "data/Wine Quality.csv.gz", target: "quality" } },
    });
    expect(wanted("dataset: { npz: a/b.npz, name: mine }\nparameters: { dataset: [mine, iris] }")).toEqual({
      names: ["mine", "iris"],
      own: { name: "mine", source: { npz: "a/b.npz" } },
    });
    expect(wanted("dataset: { name: iris }")).toEqual({ names: ["iris"] });
    expect(wanted("dataset: { csv: [] }")).toEqual({ names: ["mnist"] });
  });

  it("decides the points' dataset, and stays in the resolved file", () => {
    const sweep = load(WINE);
    expect(sweep.points[0]?.spec.dataset).toMatchObject({
      name: "wine-quality",
      hash: wine.hash,
      train: 600,
    });
    expect(sweep.config).toMatch(
      /name: wine-quality[\s\S]*csv: data\/Wine Quality\.csv\.gz\n {2}target: quality/,
    );
    expect(
      loadSweep({ text: sweep.config, file: "s.yaml", catalogs: { ...CATALOGS, datasets: [wine] } }).hash,
    ).toBe(sweep.hash);
  });

  it("that cannot be loaded is a problem of the file, at its place, once", () => {
    expect(problems(WINE, [["wine-quality", "wine.csv: row 7 has 3 cells, the header has 4"]])).toEqual([
      "s.yaml:1:10: dataset: wine.csv: row 7 has 3 cells, the header has 4",
    ]);
  });

  it.each([
    [
      "dataset: { csv: wine-quality.csv, npz: b.npz }",
      "s.yaml:1:10: dataset: custom data is exactly one of csv, npy, npz, idx, png",
    ],
    ["dataset: { target: a }", "custom data is exactly one of csv, npy, npz, idx"],
    [
      "dataset: { csv: wine-quality.csv, holdout: 1 }",
      "s.yaml:1:44: dataset.holdout: must be less than 1, received 1",
    ],
    ["dataset: { npy: [a.npy] }", "expected [inputs, targets]"],
    ["dataset: { csv: wine-quality.csv, traget: b }", "did you mean target?"],
  ])("is refused in %s", (text, message) => {
    const lines = problems(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });
});
