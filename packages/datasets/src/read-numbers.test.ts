import { join } from "node:path";
import type { DataSource } from "@actbench/core/internal";
import { encode } from "fast-png";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { npyBytes } from "../test/npy-bytes.js";
import { ownFiles } from "../test/own-files.js";
import { importDataset } from "./cache/import-dataset.js";
import { dataCard } from "./data-card.js";
import { loadDataset } from "./load-dataset.js";

const { folder, write, load } = ownFiles();
const numbers = ({ targets }: { targets?: { values: ArrayBufferLike } }) => [
  ...new Float64Array(targets?.values ?? new ArrayBuffer(0)),
];

/** A CSV file of one input and targets, a line each. */
const csvOf = (heads: string, lines: readonly string[]): string =>
  write("t.csv", `a,${heads}\n${lines.map((line, i) => `${(i * 7) % 11},${line}`).join("\n")}\n`);
const count = <T>(length: number, of: (i: number) => T): readonly T[] =>
  Array.from({ length }, (_, i) => of(i));

describe("a target of numbers", () => {
  it("is predicted if its values have fractions, and a remark says how that was decided", async () => {
    const csv = csvOf(
      "price",
      count(40, (i) => `${i + 0.5}`),
    );
    const dataset = await load({ csv, target: "price" });
    expect(dataset).toMatchObject({ classes: 0, trainRows: 32, testRows: 8, heldOut: true });
    expect(dataset.targets).toMatchObject({ names: ["price"], offset: [0], scale: [1] });
    expect(numbers(dataset).sort((a, b) => a - b)).toEqual(count(40, (i) => i + 0.5));
    expect(dataset.about).not.toHaveProperty("classNames");
    expect(dataset.about.description).toBe("Rows of 1 inputs; predict price.");
    expect(dataset.remarks).toEqual([
      expect.stringContaining('the target "price" holds 40 different numbers, so the number is predicted'),
      expect.stringContaining("networks learn best with values near 1: write rescale: standardize"),
    ]);
  });

  it.each([
    ["few whole numbers", count(60, (i) => `${i % 10}`), 10],
    ["few numbers with fractions", count(60, (i) => `${(i % 4) / 2}`), 4],
    ["labels that count up", count(300, (i) => `${i % 150}`), 150],
    ["texts", count(60, (i) => `k${i % 3}`), 3],
  ])("is a class where it has %s", async (_, lines, classes) => {
    const dataset = await load({ csv: csvOf("k", lines), target: "k" });
    expect(dataset).toMatchObject({ classes });
    expect(dataset.targets).toBeUndefined();
    expect(dataset.remarks).toEqual([]);
  });

  it("is a class where it has whole numbers that may be either, and a remark says how to predict them", async () => {
    const csv = csvOf(
      "age",
      count(120, (i) => `${20 + (i % 30) * 2}`),
    );
    const dataset = await load({ csv, target: "age" });
    expect(dataset.classes).toBe(30);
    expect(dataset.remarks).toEqual([
      't.csv: the target "age" holds 30 different whole numbers, which are treated as classes; to predict the number write task: regression (--task regression)',
    ]);
    expect(await load({ csv, target: "age", task: "regression", rescale: "standardize" })).toMatchObject({
      classes: 0,
      remarks: [],
    });
  });

  it("is predicted where its whole numbers are too many to be classes", async () => {
    const lines = count(400, (i) => `${1000 + 37 * i}`);
    expect((await load({ csv: csvOf("price", lines), target: "price" })).classes).toBe(0);
    // Unless that is asked for.
    const classes = await load({ csv: csvOf("price", lines), target: "price", task: "classification" });
    expect(classes).toMatchObject({ classes: 400, remarks: [] });
  });

  it("may be several columns, which are no inputs; rescaled by the training rows and kept in their own unit", async () => {
    const csv = csvOf(
      "u,v",
      count(50, (i) => `${i},${1e6 + 10 * i}`),
    );
    const dataset = await load({ csv, targets: ["u", "v"], rescale: "standardize", holdout: 0.2 });
    expect(dataset).toMatchObject({ inputs: 1, classes: 0 });
    const { names, offset, scale } = dataset.targets ?? { names: [], offset: [], scale: [] };
    expect(names).toEqual(["u", "v"]);
    const train = numbers(dataset).slice(0, 2 * dataset.trainRows);
    const u = train.filter((_, i) => i % 2 === 0);
    const mean = u.reduce((sum, value) => sum + value, 0) / u.length;
    expect(offset[0]).toBeCloseTo(mean, 10);
    expect(scale[0]).toBeCloseTo(Math.sqrt(u.reduce((sum, x) => sum + (x - mean) ** 2, 0) / u.length), 10);
    expect(offset[1]).toBeCloseTo(1e6 + 10 * mean, 6);
    expect(dataset.remarks).toEqual([]);
    const card = dataCard(dataset);
    expect(card).toMatchObject({ classes: 0, class_counts: [] });
    expect(card.targets?.[0]).toMatchObject({ name: "u", offset: offset[0], scale: scale[0] });
    expect(card.targets?.[0]?.deviation).toBeCloseTo(scale[0] ?? 0, 10);
  });

  it("to the range 0 to 1 with rescale: range", async () => {
    const csv = csvOf(
      "y",
      count(50, (i) => `${i / 4 - 3}`),
    );
    const { targets } = await load({ csv, target: "y", rescale: "range", holdout: 0 });
    expect(targets).toMatchObject({ offset: [-3], scale: [12.25] });
  });

  it("keeps the digits that f32 has no room for", async () => {
    const csv = csvOf(
      "y",
      count(50, (i) => `${1e9 + i / 8}`),
    );
    const dataset = await load({ csv, target: "y", rescale: "standardize", holdout: 0 });
    expect(numbers(dataset).sort((a, b) => a - b)).toEqual(count(50, (i) => 1e9 + i / 8));
  });

  const good = count(40, (i) => `${i / 2}`);
  it.each([
    ["NaN", "NaN"],
    ["an infinity", "inf"],
    ["a text", "unknown"],
    ["more than f32 holds", "1e39"],
  ])("is refused where a cell holds %s, with row, column and way out", async (_, cell) => {
    const csv = csvOf("price", [...good, cell]);
    await expect(load({ csv, target: "price" })).rejects.toMatchObject({
      code: "dataset_damaged",
      message: `t.csv: row 42, column "price": "${cell}" is not a finite number; fix or drop the row, or leave the column out (ignore)`,
    });
  });

  it.each<[string, () => DataSource, string]>([
    [
      "an empty cell",
      () => ({ csv: csvOf("y", [...good, ""]), target: "y", task: "regression" }),
      "the target is missing",
    ],
    [
      "text throughout",
      () => ({ csv: csvOf("y", ["low", "high"]), target: "y", task: "regression" }),
      't.csv: row 2, column "y": "low" is not a finite number',
    ],
    [
      "one value throughout",
      () => ({
        csv: csvOf(
          "y",
          count(20, () => "2.5"),
        ),
        target: "y",
        task: "regression",
      }),
      'the target "y" is 2.5 in every training row; there is nothing to predict',
    ],
    [
      "one row",
      () => ({ csv: csvOf("y", ["2.5"]), target: "y", task: "regression" }),
      'the target "y" is 2.5 in every training row',
    ],
    [
      "several targets as classes",
      () => ({ csv: csvOf("u,v", ["1,2", "2,3"]), targets: ["u", "v"], task: "classification" }),
      "2 targets cannot be classes; write target: with one column, or task: regression",
    ],
    [
      "target and targets",
      () => ({ csv: csvOf("u,v", ["1,2"]), target: "u", targets: ["v"] }),
      "target and targets both define what to predict",
    ],
    [
      "a target twice",
      () => ({ csv: csvOf("u,v", ["1,2"]), targets: ["u", "u"] }),
      'the column "u" occurs twice in targets',
    ],
    [
      "a target that is an input too",
      () => ({ csv: csvOf("u,v", ["1,2"]), targets: ["u"], inputs: ["u"] }),
      'the column "u" is both target and input',
    ],
  ])("is refused with %s", async (_, source, message) => {
    await expect(load(source())).rejects.toMatchObject({
      name: "DatasetError",
      message: expect.stringContaining(message),
    });
  });

  it("of 1e30 is read as it is", async () => {
    const csv = csvOf(
      "y",
      count(40, (i) => `${i + 1}e30`),
    );
    const dataset = await load({ csv, target: "y", task: "regression", rescale: "standardize" });
    expect(Math.max(...numbers(dataset))).toBe(40e30);
    expect(dataset.targets?.scale[0]).toBeGreaterThan(1e31);
  });

  it("in arrays is of any width, and classes of whole numbers stay classes", async () => {
    const x = write("x.npy", npyBytes("<f4", [4, 2], [0, 1, 2, 3, 4, 5, 6, 7]));
    const y = (name: string, shape: number[], values: number[]) =>
      write(name, npyBytes("<f8", shape, values));
    const two = await load({ npy: [x, y("y.npy", [4, 2], [0.5, 1, 2, 3, 4, 5, 6, 7])], holdout: 0.5 });
    expect(two.targets?.names).toEqual(["y1", "y2"]);
    const one = await load({ npy: [x, y("y.npy", [4], [0.5, 1.25, 2, 3])], holdout: 0.5 });
    expect(one.targets?.names).toEqual(["y"]);
    const npz = write(
      "a.npz",
      zipSync({
        "x.npy": npyBytes("<f4", [4, 1], [0, 1, 5, 3]),
        "y.npy": npyBytes("<i8", [4], [3, 5, 3, 5]),
      }),
    );
    expect((await load({ npz, holdout: 0.5 })).classes).toBe(2);
    expect((await load({ npz, holdout: 0.5, task: "regression" })).targets?.names).toEqual(["y"]);
    await expect(load({ npy: [x, y("y.npy", [4, 2], [0, 1, 1, 0, 0, 1, 1, 0])] })).rejects.toMatchObject({
      message: expect.stringContaining("for one-hot rows, save y.argmax(axis=1)"),
    });
    await expect(load({ npy: [x, y("y.npy", [4], [0.5, Number.NaN, 2, 3])] })).rejects.toMatchObject({
      message: "y.npy: row 2: NaN is not a finite 32-bit number; fix or drop the row",
    });
  });

  it("is kept under a name and loaded again, the same bits", async () => {
    const csv = csvOf(
      "u,v",
      count(50, (i) => `${i / 3},${i % 7}`),
    );
    const cache = join(folder(), "cache");
    const source = { csv, targets: ["u", "v"], rescale: "standardize" } as const;
    const kept = await importDataset({ name: "two-numbers", source, folder: folder(), cache });
    const again = await loadDataset("two-numbers", { cache });
    expect(again.hash).toBe(kept.hash);
    expect(again).toMatchObject({ heldOut: true, targets: { names: ["u", "v"] } });
    expect(numbers(again)).toEqual(numbers(kept));
  });
});

describe("a picture as rows", () => {
  const picture = (channels: 1 | 2 | 3 | 4, data: readonly number[], depth: 8 | 16 = 8): string =>
    write(
      "p.png",
      encode({
        width: 3,
        height: 2,
        channels,
        depth,
        data: depth === 8 ? Uint8Array.from(data) : Uint16Array.from(data),
      }),
    );
  /** By the coordinates of each row. */
  async function pixels(source: DataSource) {
    const dataset = await load({ ...source, holdout: 0 });
    const [places, values] = [[...new Float32Array(dataset.features)], numbers(dataset)];
    const width = dataset.targets?.names.length ?? 1;
    return {
      names: dataset.targets?.names,
      picture: dataset.targets?.picture,
      rows: count(dataset.trainRows, (i) => [
        ...places.slice(2 * i, 2 * i + 2).map((v) => Number(v.toFixed(4))),
        ...values.slice(width * i, width * (i + 1)).map((v) => Number(v.toFixed(4))),
      ]),
    };
  }

  it("has the middle of each pixel as its inputs, the longer side from −1 to 1 and y upwards", async () => {
    expect(await pixels({ png: picture(1, [0, 51, 102, 153, 204, 255]) })).toEqual({
      names: ["gray"],
      picture: [3, 2],
      rows: [
        [-0.6667, 0.3333, 0],
        [0, 0.3333, 0.2],
        [0.6667, 0.3333, 0.4],
        [-0.6667, -0.3333, 0.6],
        [0, -0.3333, 0.8],
        [0.6667, -0.3333, 1],
      ],
    });
  });

  it("has colors, gray where all channels are equal, 16 bits, and transparent pixels on white", async () => {
    const colors = await pixels({ png: picture(3, [255, 0, 51, ...new Array(15).fill(0)]) });
    expect(colors.names).toEqual(["red", "green", "blue"]);
    expect(colors.rows[0]?.slice(2)).toEqual([1, 0, 0.2]);
    expect((await pixels({ png: picture(3, [9, 9, 9, ...new Array(15).fill(0)]) })).names).toEqual(["gray"]);
    const deep = await pixels({ png: picture(1, [65535, 13107, 0, 0, 0, 0], 16) });
    expect(deep.rows.map((row) => row[2]).slice(0, 2)).toEqual([1, 0.2]);
    const clear = await pixels({ png: picture(2, [0, 0, 0, 255, 0, 51, 0, 255, 0, 255, 0, 255]) });
    expect(clear.rows.map((row) => row[2]).slice(0, 3)).toEqual([1, 0, 0.8]);
  });

  it.each([
    ["another format", () => write("p.png", "GIF89a"), "p.png: is not a PNG file; convert the image to PNG"],
    [
      "a broken file",
      () =>
        write("p.png", encode({ width: 9, height: 9, data: new Uint8Array(81), channels: 1 }).slice(0, 50)),
      "p.png: the PNG file cannot be read",
    ],
  ])("is refused of %s", async (_, png, message) => {
    await expect(load({ png: png() })).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });
});
