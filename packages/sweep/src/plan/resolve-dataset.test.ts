import { expect, it } from "vitest";
import { MOONS } from "../../test/load.js";
import { resolveDataset } from "./resolve-dataset.js";

const own = { ...MOONS, trainRows: 100, validationRows: 30 };
const resolve = (values: Parameters<typeof resolveDataset>[0]) => {
  const { spec, problems } = resolveDataset({ name: "two_moons", ...values }, own);
  return { counts: [spec.train, spec.validation, spec.test], problems };
};

it("trains on all training rows where the data has validation rows of its own", () => {
  expect(resolve({})).toEqual({ counts: [100, 30, 200], problems: [] });
  expect(resolve({ validation: 0 })).toEqual({ counts: [100, 0, 200], problems: [] });
  expect(resolve({ validation: 5, train: 60 })).toEqual({ counts: [60, 5, 200], problems: [] });
});

it("asks for no more of them than there are", () => {
  expect(resolve({ validation: 31 }).problems).toEqual([
    {
      setting: "dataset.validation",
      message: "two_moons has 30 validation rows, not 31",
      hint: "validation may be at most 30",
    },
  ]);
  expect(resolve({ train: 101 }).problems).toMatchObject([
    { setting: "dataset.train", hint: "train may be at most 100" },
  ]);
});
