import { describe, expect, it } from "vitest";
import { buildDataset } from "./build-dataset.js";

const u8 = (...bytes: number[]) => Uint8Array.from(bytes);
const parts = {
  name: "small",
  inputs: 3,
  classes: 2,
  train: { features: u8(1, 2, 3, 4, 5, 6), labels: u8(0, 1) },
  test: { features: u8(7, 8, 9), labels: u8(1) },
};

describe("buildDataset", () => {
  it("pads byte rows to a multiple of 4 and puts test rows after training rows", () => {
    const dataset = buildDataset(parts);
    expect(dataset).toMatchObject({
      kind: "u8",
      stride: 4,
      inputs: 3,
      trainRows: 2,
      testRows: 1,
      density: 1,
    });
    expect([...new Uint8Array(dataset.features)]).toEqual([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0]);
    expect([...new Uint16Array(dataset.labels)]).toEqual([0, 1, 1]);
    expect(dataset.features).toBeInstanceOf(SharedArrayBuffer);
    expect(dataset.labels).toBeInstanceOf(SharedArrayBuffer);
  });

  it("keeps float rows as they are", () => {
    const floats = {
      ...parts,
      train: { features: Float32Array.of(1, 2, 3, 4, 5, 6), labels: u8(0, 1) },
      test: { features: Float32Array.of(0.5, -0.5, 0), labels: u8(1) },
    };
    const dataset = buildDataset(floats);
    expect(dataset).toMatchObject({ kind: "f32", stride: 12 });
    expect([...new Float32Array(dataset.features)]).toEqual([1, 2, 3, 4, 5, 6, 0.5, -0.5, 0]);
  });

  it("has a hash of every part but the name", () => {
    const { hash } = buildDataset(parts);
    const changed = [
      { ...parts, classes: 3 },
      { ...parts, train: { ...parts.train, features: u8(1, 2, 3, 4, 5, 7) } },
      { ...parts, test: { ...parts.test, labels: u8(0) } },
      { ...parts, train: parts.test, test: parts.train },
    ].map((other) => buildDataset(other).hash);
    expect(new Set([hash, ...changed]).size).toBe(5);
    expect(buildDataset({ ...parts, name: "other" }).hash).toBe(hash);
  });
});
