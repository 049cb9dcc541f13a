import { expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { splitRows } from "./split.js";

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
