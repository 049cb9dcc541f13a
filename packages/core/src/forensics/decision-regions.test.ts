import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { type SpecOptions, trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { Dataset } from "../data/dataset.js";
import { randomStream } from "../random/stream.js";
import { runTrial } from "../trial/run-trial.js";
import { decisionRegions } from "./decision-regions.js";

const ROWS = 240;

/** Two classes, parted by x = 0. */
function halves(): Dataset {
  const stream = randomStream(1, "halves");
  const features = new Float32Array(4 * ROWS);
  const labels = new Uint16Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    const x = 2 * stream.uniform() - 1;
    features.set([x, 2 * stream.uniform() - 1], 4 * row);
    labels[row] = x > 0 ? 1 : 0;
  }
  const shape = { kind: "f32", inputs: 2, classes: 2, stride: 16, density: 1 } as const;
  const rows = { trainRows: 200, testRows: 40, features: features.buffer, labels: labels.buffer };
  return { name: "halves", hash: "0", ...shape, ...rows };
}

/**
 * Whether ten columns of classes are 0 on the left and 1 on the right; the two at the border may fall to
 * either side.
 */
function parted(classes: string): boolean {
  return Array.from(classes, (digit, cell) => {
    const column = cell % 10;
    return column === 4 || column === 5 || Number(digit) === (column > 5 ? 1 : 0);
  }).every(Boolean);
}

const specOf = (name: string, options: Partial<SpecOptions> = {}) =>
  trialSpec({
    hidden: [8],
    activation: activationSpec(findActivation(name) ?? expect.fail()),
    numerics: "strict",
    dataset: { train: 200, test: 40, normalize: "none" },
    train: { epochs: 8, batch_size: 10, lr: 0.3 },
    ...options,
  });

describe("decision regions", () => {
  const data = halves();

  it("are what the trained network answers: the classes lie left and right", () => {
    const regions = decisionRegions(specOf("tanh"), data, { epochs: [0, 8], side: 10 });
    const [, last] = regions?.frames ?? [];
    expect(last?.classes).toHaveLength(100);
    expect(parted(last?.classes ?? "")).toBe(true);
  });

  it("say how sure the network is: nowhere at the start, least at the border; and show examples of both classes", () => {
    const regions = decisionRegions(specOf("tanh"), data, { epochs: [0, 8], side: 10 });
    const [first, last] = regions?.frames ?? [];
    const sure = (text: string | undefined, column: number): number =>
      Array.from({ length: 10 }, (_, row) => Number(text?.[row * 10 + column])).reduce((a, b) => a + b, 0);
    expect(Array.from(first?.sure ?? "2").filter((digit) => digit === "2").length).toBeLessThan(60);
    expect(sure(last?.sure, 0)).toBe(20);
    expect(sure(last?.sure, 9)).toBe(20);
    expect(Math.min(sure(last?.sure, 4), sure(last?.sure, 5))).toBeLessThan(15);
    const examples = regions?.examples ?? [];
    expect(examples).toHaveLength(100);
    for (const [x, , label] of examples) expect(label).toBe(x > 0 ? 1 : 0);
  });

  it("lie over the inputs as the data holds them, however those are normalized", () => {
    const asThey = decisionRegions(specOf("tanh"), data, { epochs: [8], side: 10 });
    const features = new Float32Array(data.features).map((value) => 50 * value + 300);
    const far: Dataset = { ...data, features: features.buffer };
    const [mean, std] = [300, 50];
    for (const normalize of ["standardize", { mean, std }] as const) {
      const spec = specOf("tanh", { dataset: { train: 200, test: 40, normalize } });
      const regions = decisionRegions(spec, far, { epochs: [8], side: 10 });
      const [left = 0, right = 0] = regions?.domain ?? [];
      expect(left).toBeCloseTo(300 + 50 * (asThey?.domain[0] ?? 0), 3);
      expect(right).toBeCloseTo(300 + 50 * (asThey?.domain[1] ?? 0), 3);
      expect(parted(regions?.frames[0]?.classes ?? "")).toBe(true);
    }
    // The same network as over the inputs that it is given, to the rounding of the map.
    const spec = specOf("tanh", { dataset: { train: 200, test: 40, normalize: { mean, std } } });
    const digits = decisionRegions(spec, far, { epochs: [8], side: 10 })?.frames[0]?.classes ?? "";
    const same = Array.from(digits, (digit, cell) => digit === asThey?.frames[0]?.classes[cell]);
    expect(same.filter((is) => !is).length).toBeLessThanOrEqual(1);
  });

  it("are drawn of bytes as well", () => {
    const bytes = new Uint8Array(4 * ROWS);
    const floats = new Float32Array(data.features);
    for (let row = 0; row < ROWS; row++)
      bytes.set(
        [0, 1].map((input) => 127.5 * (1 + (floats[4 * row + input] ?? 0))),
        4 * row,
      );
    const small: Dataset = { ...data, kind: "u8", stride: 4, features: bytes.buffer };
    const spec = specOf("relu", { dataset: { train: 200, test: 40, normalize: "standardize" } });
    const regions = decisionRegions(spec, small, { epochs: [0, 8], side: 10 });
    expect(parted(regions?.frames[1]?.classes ?? "")).toBe(true);
    const record = runTrial(spec, small, { now: () => 0 });
    const counted = record.status === "completed" ? record.curve.at(-1)?.units?.[0]?.dead : undefined;
    expect(regions?.frames[1]?.dead).toHaveLength(counted ?? -1);
  });

  it("have a line for each dead unit of the first layer, as many as the trial counts", () => {
    const spec = specOf("relu", { model: { bias_init: -1.2 } });
    const regions = decisionRegions(spec, data, { epochs: [0, 8], side: 4 });
    const record = runTrial(spec, data, { now: () => 0 });
    const counted = record.status === "completed" ? record.curve.map(({ units }) => units?.[0]?.dead) : [];
    expect(regions?.frames.map(({ dead }) => dead.length)).toEqual([counted[0], counted.at(-1)]);
    expect(counted[0]).toBeGreaterThan(0);
    for (const [w1, w2, b] of regions?.frames[0]?.dead ?? []) {
      const features = new Float32Array(data.features);
      for (let row = 0; row < data.trainRows; row++)
        expect(w1 * (features[4 * row] ?? 0) + w2 * (features[4 * row + 1] ?? 0) + b).toBeLessThanOrEqual(0);
    }
    expect(decisionRegions(specOf("tanh"), data, { epochs: [8], side: 4 })?.frames[0]?.dead).toEqual([]);
  });

  it("are not drawn of more than two inputs, nor where weights are not finite", () => {
    const three = generatedData({
      kind: "f32",
      inputs: 3,
      classes: 2,
      trainRows: 200,
      testRows: 40,
      density: 0.5,
    });
    expect(decisionRegions(specOf("relu"), three, { epochs: [0], side: 4 })).toBeUndefined();
    const wild = specOf("relu", { train: { epochs: 8, batch_size: 10, lr: 1e30 } });
    expect(decisionRegions(wild, data, { epochs: [8], side: 4 })).toBeUndefined();
  });
});
