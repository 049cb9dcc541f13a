import { describe, expect, it } from "vitest";
import { type CsvFormat, readCsv } from "./read-csv.js";
import { numbersRows } from "./row-numbers.js";

const numbers = (...features: number[]) => numbersRows({ features, inputs: 1, rows: features.length }, 0);
const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

describe("numbersRows", () => {
  it("finds counting columns, in many rows from any number, and permutations", () => {
    expect(numbers(0, 1, 2)).toBe(true);
    expect(numbers(1, 2, 3)).toBe(true);
    expect(numbers(...range(10, 1001))).toBe(true);
    expect(numbers(...range(10).reverse())).toBe(true);
    expect(numbers(...range(11, 1).sort((a, b) => ((a * 7) % 11) - ((b * 7) % 11)))).toBe(true);
  });

  it("takes anything else for a measurement", () => {
    expect(numbers(0, 1)).toBe(false);
    expect(numbers(7, 8, 9)).toBe(false);
    expect(numbers(2, 1, 0)).toBe(false);
    expect(numbers(...range(10).map((value) => value * 2))).toBe(false);
    expect(numbers(...range(9), 8)).toBe(false);
    expect(numbers(...range(10).map((value) => value + 0.5))).toBe(false);
    expect(numbers(0, ...range(10, 2))).toBe(false);
  });
});

const format: CsvFormat = {
  header: undefined,
  delimiter: ",",
  decimal: ".",
  target: "kind",
  inputs: undefined,
  ignore: [],
};
const read = (text: string, more: Partial<CsvFormat> = {}) =>
  readCsv({ file: "t.csv", bytes: Buffer.from(text) }, { ...format, ...more });
const lines = (head: string, row: (i: number) => string) => `${head}\n${range(20).map(row).join("\n")}\n`;
const kind = (i: number) => (i < 10 ? "low" : "high");

describe("a column that names or numbers the rows", () => {
  it.each<[string, string, string]>([
    [
      "a nameless first column",
      lines(",a,kind", (i) => `r${i},${i % 7},${kind(i)}`),
      "ignore: [\"\"] (--ignore '')",
    ],
    [
      "pandas' Unnamed: 0",
      lines("Unnamed: 0,a,kind", (i) => `${i},${i % 7},${kind(i)}`),
      "ignore: [\"Unnamed: 0\"] (--ignore 'Unnamed: 0')",
    ],
    ["0 … n − 1", lines("id,a,kind", (i) => `${i},${i % 7},${kind(i)}`), "ignore: [id] (--ignore id)"],
    ["1 … n", lines("a,id,kind", (i) => `${i % 7},${i + 1},${kind(i)}`), "ignore: [id] (--ignore id)"],
    [
      "1 … n, shuffled",
      lines("id,a,kind", (i) => `${1 + ((i * 7) % 20)},${i % 7},${kind(i)}`),
      "ignore: [id]",
    ],
    ["a delimiter at every row's end", lines("a,kind,", (i) => `${i % 7},${kind(i)},`), 'ignore: [""]'],
  ])("is refused: %s", (_, text, way) => {
    expect(() => read(text)).toThrowError(`write ${way}`);
    expect(() => read(text)).toThrowError(/^t\.csv: .* give the class away if rows are sorted/);
  });

  it("is asked about where there is no other", () => {
    const text = lines("id,kind", (i) => `${i},${kind(i)}`);
    expect(() => read(text)).toThrowError("write inputs: [id] (--input id) if you do want that");
    expect(read(text, { inputs: ["id"] }).inputNames).toEqual(["id"]);
  });

  it("is left out by its name, by having none, or by its place", () => {
    const text = lines(",a,id,kind", (i) => `r${i},${i % 7},${i},${kind(i)}`);
    for (const ignore of [
      ["", "id"],
      [1, 3],
      ["1", "id"],
    ])
      expect(read(text, { ignore }).inputNames).toEqual(["a"]);
    expect(() => read(text, { ignore: [""] })).toThrowError("write ignore: [id]");
    const trailing = lines(",a,kind,", (i) => `${i},${i % 7},${kind(i)},`);
    expect(read(trailing, { ignore: [""] }).inputNames).toEqual(["a"]);
    expect(() => read(trailing, { inputs: [""] })).toThrowError("2 columns have no name; give the position");
  });

  it("is trained on where it is named", () => {
    const text = lines(",a,kind", (i) => `${i},${i % 7},${kind(i)}`);
    expect(read(text, { inputs: ["", "a"] }).inputNames).toEqual(["", "a"]);
    expect(read(text, { inputs: [1] }).inputNames).toEqual([""]);
  });
});
