import { expect, it } from "vitest";
import { dataCard } from "./data-card.js";
import { describeInputs } from "./describe-inputs.js";
import { loadDataset } from "./load-dataset.js";

it("is Fisher's table: 40 training and 10 test flowers of each species, the published ranges", async () => {
  const iris = await loadDataset("iris");
  expect(iris).toMatchObject({ kind: "f32", trainRows: 120, testRows: 30, inputs: 4, classes: 3 });
  expect(dataCard(iris).class_counts).toEqual([40, 40, 40]);
  // Over all 150: sepal length 4.3–7.9, sepal width 2.0–4.4, petal length 1.0–6.9, petal width 0.1–2.5.
  const [sepal, , petal] = describeInputs({ ...iris, trainRows: 150 });
  expect(sepal).toMatchObject({ min: Math.fround(4.3), max: Math.fround(7.9) });
  expect(sepal?.mean).toBeCloseTo(5.8433, 4);
  expect(petal?.mean).toBeCloseTo(3.758, 4);
  expect(iris.hash).toBe("e7131f2d65ca67626ff3dd5dccde4a87efe3f34fcd10eb2aa1acdce3ef55813c");
});
