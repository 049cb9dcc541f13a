import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { Dataset } from "../data/dataset.js";
import { splitKey, splitRows } from "./split.js";

const shape = { kind: "f32", inputs: 2, classes: 2, density: 1, testRows: 10 } as const;
const relu = findActivation("relu");
if (!relu) throw new Error("no relu");
const activation = activationSpec(relu);
const specOf = (dataset: { train: number; validation: number; test: number }) =>
  trialSpec({ hidden: [2], activation, numerics: "strict", dataset, train: { batch_size: 4, epochs: 1 } });
const inside = (rows: Uint32Array, from: number, to: number) => rows.every((row) => row >= from && row < to);

it("draws validation rows from the training rows, or from those that come with the data", () => {
  const drawn = splitRows(
    specOf({ train: 30, validation: 10, test: 10 }),
    generatedData({ ...shape, trainRows: 40 }),
  );
  expect([...drawn.train, ...drawn.validation].sort((a, b) => a - b)).toEqual([...Array(40).keys()]);
  expect(inside(drawn.test, 40, 50)).toBe(true);

  const data = { ...generatedData({ ...shape, trainRows: 48 }), trainRows: 40, validationRows: 8 };
  const own = splitRows(specOf({ train: 40, validation: 8, test: 10 }), data);
  expect([...own.trainRising]).toEqual([...Array(40).keys()]);
  expect([...own.validation]).toEqual([40, 41, 42, 43, 44, 45, 46, 47]);
  expect([...own.test]).toEqual([48, 49, 50, 51, 52, 53, 54, 55, 56, 57]);
  const fewer = splitRows(specOf({ train: 5, validation: 3, test: 2 }), data);
  expect([fewer.train.length, fewer.validation.length]).toEqual([5, 3]);
  expect([inside(fewer.train, 0, 40), inside(fewer.validation, 40, 48), inside(fewer.test, 48, 58)]).toEqual([
    true,
    true,
    true,
  ]);
});

it("refuses more validation rows than come with the data", () => {
  const data = { ...generatedData({ ...shape, trainRows: 48 }), trainRows: 40, validationRows: 8 };
  expect(() => splitRows(specOf({ train: 30, validation: 9, test: 1 }), data)).toThrowError(
    "train 30 and validation 9 examples asked for, 40 and 8 there",
  );
});

describe("rows that each seed draws anew", () => {
  const heldOut = {
    ...generatedData({ ...shape, classes: 3, trainRows: 60, testRows: 15 }),
    heldOut: true,
  } as const;
  const labels = new Uint16Array(heldOut.labels);
  const at = (seed: number, split: "validation" | "validation_and_test", data: Dataset = heldOut) => {
    const spec = specOf({ train: 48, validation: 12, test: 15 });
    return splitRows({ ...spec, seed, dataset: { ...spec.dataset, split_by_seed: split } }, data);
  };
  const countsOf = (rows: Uint32Array) =>
    [0, 1, 2].map((c) => rows.filter((row) => labels[row] === c).length);

  it("are validation rows, and test rows where these were held out, in the numbers that the spec has", () => {
    const seeds = [0, 1, 2, 3].map((seed) => at(seed, "validation_and_test"));
    for (const { train, validation, test } of seeds) {
      expect([train.length, validation.length, test.length]).toEqual([48, 12, 15]);
      expect(new Set([...train, ...validation, ...test]).size).toBe(75);
    }
    expect(new Set(seeds.map(({ test }) => test.join())).size).toBe(4);
    expect(new Set(seeds.map(({ validation }) => validation.join())).size).toBe(4);
  });

  it("keep the share of each class among the test rows", () => {
    const held = countsOf(Uint32Array.from({ length: 15 }, (_, i) => 60 + i));
    for (const seed of [0, 1, 2]) expect(countsOf(at(seed, "validation_and_test").test)).toEqual(held);
  });

  it("are the same for all points of a study at one seed, and leave the test set where it has its own", () => {
    expect(at(4, "validation_and_test")).toEqual(at(4, "validation_and_test"));
    const [a, b] = [at(0, "validation"), at(1, "validation")];
    expect(a.validation).not.toEqual(b.validation);
    expect(a.test).toEqual(Uint32Array.from({ length: 15 }, (_, i) => 60 + i));
    expect(b.test).toEqual(a.test);
  });

  it("never touch validation rows that come with the data", () => {
    const own = { ...heldOut, trainRows: 48, validationRows: 12 };
    const { train, validation, test } = at(3, "validation_and_test", own);
    expect(inside(validation, 48, 60)).toBe(true);
    expect([...train, ...test].every((row) => row < 48 || row >= 60)).toBe(true);
    expect(new Set([...train, ...test]).size).toBe(63);
  });

  it("have a key of their own, which trials without it share", () => {
    const spec = specOf({ train: 48, validation: 12, test: 15 });
    const key = (seed: number, split_by_seed?: "validation") =>
      splitKey({ ...spec, seed, dataset: { ...spec.dataset, ...(split_by_seed ? { split_by_seed } : {}) } });
    expect(key(0)).toBe(key(1));
    expect(key(0, "validation")).not.toBe(key(1, "validation"));
    expect(key(0, "validation")).not.toBe(key(0));
  });

  it("are those of the study's seed without it", () => {
    const spec = specOf({ train: 48, validation: 12, test: 15 });
    expect(splitRows({ ...spec, seed: 7 }, heldOut)).toEqual(splitRows(spec, heldOut));
  });
});
