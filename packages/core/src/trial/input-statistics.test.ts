import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { DatasetSpec, TrialSpec } from "../contract/spec.js";
import { fmaAvailable } from "../wasm/relaxed-simd.js";
import { inputMapOf } from "./input-map.js";
import { inputStatistics, mappedMoment } from "./input-statistics.js";
import { runTrial } from "./run-trial.js";
import { splitRows } from "./split.js";

const shape = { inputs: 7, classes: 3, trainRows: 40, testRows: 10, density: 0.5 };
const rows = Uint32Array.from({ length: 30 }, (_, i) => i + 5);
const datasets = (["u8", "f32"] as const).map((kind) => generatedData({ kind, ...shape }));

/** The raw values of the rows. */
function valuesOf(data: (typeof datasets)[number]): number[] {
  const all = data.kind === "u8" ? new Uint8Array(data.features) : new Float32Array(data.features);
  const size = data.kind === "u8" ? 1 : 4;
  return [...rows].flatMap((row) =>
    Array.from({ length: data.inputs }, (_, i) => all[(row * data.stride) / size + i] as number),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe.each(datasets.map((data) => [data.kind, data] as const))("%s inputs", (_, data) => {
  it("have the mean and deviation of the rows asked for, padding and other rows left out", () => {
    const values = valuesOf(data);
    const { mean: center, std } = inputStatistics(data, rows);
    expect(center).toBeCloseTo(mean(values), 10);
    expect(std).toBeCloseTo(Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2))), 10);
  });

  it.each([
    { normalize: "standardize" },
    { normalize: "standardize", scale: 2, shift: -3 },
    { normalize: "unit", shift: 1 },
    { normalize: { mean: 0.2, std: 0.5 } },
  ] satisfies Partial<DatasetSpec>[])("mapped by %j have the second moment that initializers get", (own) => {
    const spec = trialSpec({ hidden: [], activation: relu, numerics: "strict", dataset: own }).dataset;
    const statistics = inputStatistics(data, rows);
    const map = inputMapOf(spec, data, () => statistics);
    const mapped = valuesOf(data).map((v) => (v / map.divisor) * map.factor + map.shift);
    expect(mappedMoment(statistics, map)).toBeCloseTo(mean(mapped.map((x) => x * x)), 5);
    if (own.normalize !== "standardize") return;
    expect(mean(mapped)).toBeCloseTo(spec.shift, 5);
    expect(mean(mapped.map((x) => (x - spec.shift) ** 2))).toBeCloseTo(spec.scale ** 2, 5);
  });
});

const found = findActivation("relu");
if (!found) throw new Error("no relu");
const relu = activationSpec(found);

describe("standardize in a trial", () => {
  it.each(datasets)("takes the training subset's statistics: the digest of writing them out", (data) => {
    const specOf = (normalize: DatasetSpec["normalize"]): TrialSpec =>
      trialSpec({
        hidden: [6],
        activation: relu,
        numerics: fmaAvailable() ? "fma" : "strict",
        dataset: { train: 30, validation: 10, test: 10, normalize },
      });
    const digest = (normalize: DatasetSpec["normalize"]): string => {
      const record = runTrial(specOf(normalize), data, { now: () => 0 });
      return record.status === "completed" ? record.digest : record.status;
    };
    const measured = inputStatistics(data, splitRows(specOf("standardize"), data).train);
    const unit = data.kind === "u8" ? 255 : 1;
    const written = { mean: measured.mean / unit, std: measured.std / unit };
    expect(digest("standardize")).toMatch(/^[0-9a-f]{32}$/);
    expect(digest("standardize")).toBe(digest(written));
    expect(digest("standardize")).not.toBe(digest("unit"));
  });
});
