import { describe, expect, it, test } from "vitest";
import { datasetCatalog } from "./catalog.js";
import { dataCard } from "./data-card.js";
import { factsOf } from "./facts-of.js";
import { listDatasets } from "./list-datasets.js";
import { loadDataset } from "./load-dataset.js";

// Skipped by name where a set is not here; CI installs what there is a package of.
const here = new Set(
  (await listDatasets()).filter(({ where }) => where !== "not_here").map(({ name }) => name),
);

describe.each(datasetCatalog)("the dataset $name", ({ name, image }) => {
  const it = test.skipIf(!here.has(name));
  it("keeps the promises of a Dataset", async () => {
    const dataset = await loadDataset(name);
    const rows = dataset.trainRows + dataset.testRows;
    const labels = new Uint16Array(dataset.labels);
    expect(dataset.name).toBe(name);
    expect(dataset.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dataset.stride % 4).toBe(0);
    expect(dataset.features.byteLength).toBe(rows * dataset.stride);
    expect(labels.length).toBe(rows);
    if (dataset.targets !== undefined) {
      const { names, values, offset, scale } = dataset.targets;
      expect(dataset.classes).toBe(0);
      expect(labels.every((label) => label === 0)).toBe(true);
      expect(names.length).toBeGreaterThan(0);
      expect([offset.length, scale.length]).toEqual([names.length, names.length]);
      expect(new Float64Array(values).length).toBe(rows * names.length);
      expect(new Float64Array(values).every(Number.isFinite)).toBe(true);
      return;
    }
    // Every class is met, in training and in test rows.
    expect(new Set(labels.subarray(0, dataset.trainRows)).size).toBe(dataset.classes);
    expect(new Set(labels.subarray(dataset.trainRows)).size).toBe(dataset.classes);
    expect(labels.reduce((a, b) => Math.max(a, b))).toBe(dataset.classes - 1);
    if (image !== undefined) expect(dataset.inputs).toBe(image[0] * image[1]);
    if (dataset.kind === "f32") expect(new Float32Array(dataset.features).every(Number.isFinite)).toBe(true);
  });

  it("leaves enough rows of each class for the default validation set, a fifth", async () => {
    const { class_counts, train_rows } = dataCard(await loadDataset(name));
    // Of numbers, all rows are one class.
    const counts = class_counts.length === 0 ? [train_rows] : class_counts;
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(40);
  });

  it("has facts that are plain JSON, and all of it but the bytes", async () => {
    const { about, ...dataset } = await loadDataset(name);
    const { features: _, labels: __, targets, ...facts } = dataset;
    const numbers = targets && {
      names: targets.names,
      ...(targets.picture && { picture: targets.picture }),
    };
    expect(factsOf(dataset)).toEqual({ ...facts, ...(numbers && { targets: numbers }) });
    expect(JSON.parse(JSON.stringify(factsOf(dataset)))).toEqual(factsOf(dataset));
    expect(about.name).toBe(name);
  });

  it("has a card whose numbers are its own", async () => {
    const card = dataCard(await loadDataset(name));
    if (card.targets === undefined) expect(card.class_counts.reduce((a, b) => a + b)).toBe(card.train_rows);
    else
      for (const { min, mean, max } of card.targets) expect([min < mean, mean < max]).toEqual([true, true]);
    expect(card.density).toBeGreaterThan(0);
    expect(card.density).toBeLessThanOrEqual(1);
    expect(card.samples?.length).toBe(image === undefined ? undefined : card.classes);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

it("has no name twice", () => {
  expect(new Set(datasetCatalog.map(({ name }) => name)).size).toBe(datasetCatalog.length);
});

it("names the known sets for an unknown one, and takes no path for a name", async () => {
  const cache = "no-such-folder";
  await expect(loadDataset("mnsit", { cache })).rejects.toMatchObject({
    code: "dataset_unknown",
    message: expect.stringContaining("mnist, fashion-mnist, iris, two_moons, spirals"),
  });
  await expect(loadDataset("../x", { cache })).rejects.toMatchObject({ code: "dataset_unknown" });
});
