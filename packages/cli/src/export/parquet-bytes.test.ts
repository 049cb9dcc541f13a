import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, it } from "vitest";
import { parquetBytes } from "./parquet-bytes.js";

const types = ["text", "whole", "number"] as const;
const columns = ["label", "seed", "loss"];

async function read(rows: readonly (readonly (string | number | undefined)[])[]) {
  const { buffer } = await parquetBytes({ columns, types, rows });
  const file = buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer(0);
  const { schema } = parquetMetadata(file);
  return {
    rows: await parquetReadObjects({ file }),
    types: schema
      .slice(1)
      .map(({ type, converted_type, repetition_type }) => [type, converted_type, repetition_type]),
  };
}

const SCHEMA = [
  ["BYTE_ARRAY", "UTF8", "OPTIONAL"],
  ["INT64", undefined, "OPTIONAL"],
  ["DOUBLE", undefined, "OPTIONAL"],
];

it("columns have one type in every run, whatever their values", async () => {
  const large = await read([
    ["relu", 4_294_967_295, 1e300],
    ["0.1", 0, 1],
  ]);
  expect(large.types).toEqual(SCHEMA);
  expect(large.rows).toEqual([
    { label: "relu", seed: 4_294_967_295n, loss: 1e300 },
    { label: "0.1", seed: 0n, loss: 1 },
  ]);
  expect((await read([["a", 1, 2]])).types).toEqual(SCHEMA);
  expect((await read([])).types).toEqual(SCHEMA);
});

it("what was not measured is null, and so is what is not finite; -0 stays", async () => {
  const { rows, types: own } = await read([
    [undefined, undefined, undefined],
    ["", 1, Number.NaN],
    ["b", 2, Number.POSITIVE_INFINITY],
    ["c", 3, -0],
  ]);
  expect(own).toEqual(SCHEMA);
  expect(rows).toEqual([
    { label: null, seed: null, loss: null },
    { label: "", seed: 1n, loss: null },
    { label: "b", seed: 2n, loss: null },
    { label: "c", seed: 3n, loss: -0 },
  ]);
});
