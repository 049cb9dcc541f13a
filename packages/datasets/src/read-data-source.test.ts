import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { DataSource } from "@actbench/core/internal";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { npyBytes } from "../test/npy-bytes.js";
import { ownFiles } from "../test/own-files.js";
import { importDataset } from "./cache/import-dataset.js";
import { describeInputs } from "./describe-inputs.js";
import { listDatasets } from "./list-datasets.js";
import { loadDataset } from "./load-dataset.js";
import { loadSource } from "./load-source.js";

const { folder, write, load } = ownFiles();
const values = (dataset: { features: ArrayBufferLike }) => [...new Float32Array(dataset.features)];
const labels = (dataset: { labels: ArrayBufferLike }) => [...new Uint16Array(dataset.labels)];

const rows = Array.from({ length: 40 }, (_, i) => `${i / 2},${i % 2 === 0 ? "even" : "odd"}`);
const table = `n,kind\n${rows.join("\n")}\n`;
const x = npyBytes("<f4", [4, 2], [0, 1, 2, 3, 4, 5, 6, 7]);
const y = npyBytes("<i8", [4], [3, 5, 3, 5]);

describe("loadSource", () => {
  it("holds a share of each class of a CSV file out as test rows, the same for the same seed", async () => {
    const csv = write("t.csv", table);
    const dataset = await load({ csv, target: "kind" });
    expect(dataset).toMatchObject({
      name: "own",
      trainRows: 32,
      testRows: 8,
      inputs: 1,
      classes: 2,
      kind: "f32",
    });
    expect(dataset.about).toMatchObject({ classNames: ["even", "odd"], inputNames: ["n"] });
    expect(labels(dataset).slice(32).sort()).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(values(dataset).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i / 2));
    expect((await load({ csv, target: "kind" })).hash).toBe(dataset.hash);
    expect((await load({ csv, target: "kind", holdout_seed: 1 })).hash).not.toBe(dataset.hash);
    expect(await load({ csv, target: "kind", holdout: 0 })).toMatchObject({ trainRows: 40, testRows: 0 });
  });

  it("reads a packed CSV file, and test rows from a second file", async () => {
    const csv = [write("a.csv.gz", gzipSync(table)), write("b.csv", "n,kind\n100,odd\n101,none\n")];
    const dataset = await load({ csv, target: "kind" });
    expect(dataset).toMatchObject({ trainRows: 40, testRows: 2, classes: 3 });
    expect(values(dataset).slice(-2)).toEqual([100, 101]);
    expect(labels(dataset).slice(-2)).toEqual([2, 1]);
  });

  it("parts the cells of a .tsv file at tabs", async () => {
    const csv = write("t.tsv", "a\tk\n1\tx\n2\ty\n");
    expect(await load({ csv, target: "k", holdout: 0 })).toMatchObject({ trainRows: 2, classes: 2 });
  });

  it("reads the same arrays from .npy files and from an .npz archive", async () => {
    const npy = [write("x.npy", x), write("y.npy", y)];
    const npz = write("xy.npz", zipSync({ "x.npy": x, "y.npy": y }));
    const four = write(
      "four.npz",
      zipSync({ "x_train.npy": x, "y_train.npy": y, "x_test.npy": x, "y_test.npy": y }),
    );
    const dataset = await load({ npy, holdout: 0.5 });
    expect(dataset).toMatchObject({ trainRows: 2, testRows: 2, inputs: 2, classes: 2 });
    expect(dataset.about.classNames).toEqual(["3", "5"]);
    expect((await load({ npz, holdout: 0.5 })).hash).toBe(dataset.hash);
    expect(await load({ npz: four })).toMatchObject({ trainRows: 4, testRows: 4 });
  });

  it("chooses by the validation rows of an archive, and names what has no role", async () => {
    const own = npyBytes("<f4", [2, 2], [10, 20, 30, 40]);
    const classes = npyBytes("<i8", [2], [5, 3]);
    const held = { "x_train.npy": x, "y_train.npy": y, "x_val.npy": own, "y_val.npy": classes };
    const npz = write("val.npz", zipSync({ ...held, "sample_weight.npy": y, "readme.txt": x }));
    const dataset = await load({ npz, holdout: 0.5 });
    expect(dataset).toMatchObject({ trainRows: 2, validationRows: 2, testRows: 2 });
    expect(values(dataset).slice(4, 8)).toEqual([10, 20, 30, 40]);
    expect(labels(dataset).slice(2, 4)).toEqual([1, 0]);
    expect(dataset.about.source).toBe("own data: val.npz, without sample_weight, readme.txt");
    expect(dataset.remarks).toEqual([
      "val.npz: not used, because they have no role: sample_weight, readme.txt",
    ]);
    const four = { ...held, "x_test.npy": own, "y_test.npy": classes };
    const all = await load({ npz: write("all.npz", zipSync(four)), rescale: "range" });
    expect(all).toMatchObject({ trainRows: 4, validationRows: 2, testRows: 2, remarks: [] });
    expect(values(all).slice(8, 10)).toEqual([10 / 6, Math.fround(19 / 6)].map(Math.fround));
    expect(describeInputs(all)[0]).toMatchObject({ min: 0, max: 1 });
  });

  it("remarks that a column of an array numbers its rows", async () => {
    const numbers = npyBytes("<f4", [4, 2], [5, 1, 7, 2, 9, 3, 2, 4]);
    const npy = [write("n.npy", numbers), write("y.npy", y)];
    expect((await load({ npy, holdout: 0 })).remarks).toEqual([
      expect.stringMatching(/^n\.npy: column 2 numbers the rows, which gives the class away/),
    ]);
  });

  it("remarks that test rows are the training rows", async () => {
    const csv = write("t.csv", table);
    expect((await load({ csv: [csv, csv], target: "kind" })).remarks).toEqual([
      "t.csv: the test rows are the same as the training rows, so their accuracy is the training accuracy",
    ]);
    expect((await load({ csv, target: "kind" })).remarks).toEqual([]);
  });

  it("reads arrays of which one is packed", async () => {
    const npy = ["x.npy", "y.npy", "tx.npy", "y.npy"];
    write("x.npy", npyBytes("|u1", [4, 2], [1, 2, 3, 4, 5, 6, 7, 9]));
    write("tx.npy", gzipSync(npyBytes("|u1", [4, 2], [1, 2, 3, 4, 5, 6, 7, 9])));
    write("y.npy", y);
    expect(await load({ npy })).toMatchObject({ kind: "u8", trainRows: 4, testRows: 4 });
  });

  it("keeps bytes as bytes, and pictures as pictures", async () => {
    const npy = [
      write("x.npy", npyBytes("|u1", [2, 2, 3], [...Array(12).keys()])),
      write("y.npy", npyBytes("|u1", [2], [0, 1])),
    ];
    const dataset = await load({ npy, holdout: 0 });
    expect(dataset).toMatchObject({ kind: "u8", inputs: 6, about: { image: [3, 2] } });
  });

  it("rescales every input from its training rows", async () => {
    const csv = [write("a.csv", "a,b,k\n1,7,x\n3,7,y\n"), write("b.csv", "a,b,k\n5,8,x\n")];
    const standard = await load({ csv, target: "k", rescale: "standardize" });
    expect(values(standard)).toEqual([-1, 0, 1, 0, 3, 0]);
    expect(values(await load({ csv, target: "k", rescale: "range" }))).toEqual([0, 0, 1, 0, 2, 0]);
    expect(describeInputs(standard)[0]).toMatchObject({ mean: 0, deviation: 1 });
  });

  it.each<[string, () => DataSource, string]>([
    [
      "one class",
      () => ({ csv: write("t.csv", "a,k\n1,x\n2,x\n"), target: "k" }),
      'every row is of class "x"',
    ],
    [
      "a target that is no class",
      () => ({
        csv: write("t.csv", `a,k\n${Array.from({ length: 1001 }, (_, i) => `1,${i}.5`).join("\n")}`),
        target: "k",
        task: "classification",
      }),
      'the target holds 1001 different values such as "0.5"',
    ],
    [
      "test columns in another order",
      () => ({ csv: [write("a.csv", "a,b,k\n1,2,x\n"), write("b.csv", "b,a,k\n1,2,y\n")], target: "k" }),
      'b.csv: row 1: the column "b" is where a.csv has "a"',
    ],
    [
      "three tables",
      () => ({ csv: ["a", "b", "c"].map((name) => write(`${name}.csv`, table)), target: "kind" }),
      "give the training rows",
    ],
    ["a file that is not there", () => ({ csv: "none.csv", target: "k" }), "none.csv: cannot be read"],
    ["no source", () => ({ holdout: 0.1 }), "none is given"],
    [
      "an archive without known names",
      () => ({ npz: write("z.npz", zipSync({ "q.npy": x })) }),
      "z.npz: it holds q; expected arrays x_train and y_train",
    ],
    [
      "a broken archive",
      () => ({ npz: write("z.npz", zipSync({ "x.npy": x, "y.npy": y }).subarray(0, 90)) }),
      "z.npz: no readable .npz archive",
    ],
    [
      "a damaged array in an archive",
      () => ({ npz: write("z.npz", zipSync({ "x.npy": x.subarray(0, -3), "y.npy": y })) }),
      "z.npz/x: byte",
    ],
  ])("says what is wrong with %s", async (_, source, message) => {
    await expect(load(source())).rejects.toMatchObject({
      name: "DatasetError",
      message: expect.stringContaining(message),
    });
  });

  it("takes no name of the catalog", async () => {
    const csv = write("t.csv", table);
    await expect(loadSource("mnist", { csv, target: "kind" }, folder())).rejects.toThrowError("another name");
  });
});

describe("importDataset", () => {
  it("keeps rows in the cache: they are listed and loaded by name when the file is gone", async () => {
    const cache = join(folder(), "cache");
    const csv = write("t.csv", table);
    const imported = await importDataset({
      name: "parity",
      source: { csv, target: "kind" },
      folder: folder(),
      cache,
    });
    rmSync(join(folder(), csv));
    const loaded = await loadDataset("parity", { cache });
    expect(loaded.hash).toBe(imported.hash);
    expect(loaded.about).toEqual({ ...imported.about, source: "own data: t.csv" });
    expect((await listDatasets({ cache })).at(-1)).toMatchObject({ name: "parity", where: "kept" });
  });

  it("keeps validation rows", async () => {
    const cache = join(folder(), "cache");
    const held = { "x_train.npy": x, "y_train.npy": y, "x_val.npy": x, "y_val.npy": y };
    const npz = write("val.npz", zipSync({ ...held, "w.npy": y }));
    const imported = await importDataset({
      name: "own-val",
      source: { npz, holdout: 0.5 },
      folder: folder(),
      cache,
    });
    expect(imported.remarks).toHaveLength(2);
    const loaded = await loadDataset("own-val", { cache });
    expect(loaded).toMatchObject({ trainRows: 2, validationRows: 4, testRows: 2, hash: imported.hash });
    expect(values(loaded)).toEqual(values(imported));
    expect(labels(loaded)).toEqual(labels(imported));
  });

  it("takes the files of a set of the catalog only when they are those files", async () => {
    const idx = "wrong";
    mkdirSync(join(folder(), idx));
    for (const name of ["train-images", "train-labels", "t10k-images", "t10k-labels"])
      write(join(idx, name), name);
    const request = { name: "fashion-mnist", folder: folder(), cache: join(folder(), "cache") };
    await expect(importDataset({ ...request, source: { idx } })).rejects.toThrowError(
      /train-images: SHA-256 of the unpacked file is [0-9a-f]{64}, expected c59f468a/,
    );
    await expect(importDataset({ ...request, source: { csv: "t.csv" } })).rejects.toThrowError(
      "is an image dataset",
    );
    await expect(importDataset({ ...request, name: "mnist", source: { idx } })).rejects.toThrowError(
      "is in the catalog already",
    );
  });
});
