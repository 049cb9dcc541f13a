import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DatasetError } from "../dataset-error.js";
import { type CsvFormat, readCsv } from "./read-csv.js";

const format: CsvFormat = { header: true, delimiter: ",", target: "kind", inputs: undefined, ignore: [] };
const read = (text: string, more: Partial<CsvFormat> = {}) =>
  readCsv({ file: "t.csv", bytes: Buffer.from(text) }, { ...format, ...more });

describe("readCsv", () => {
  it("reads numbers and classes, quotes, spaces, a byte order mark, Windows line ends and blank lines", () => {
    const table = read('\ufeffa,"b, c",kind\r\n1, 2.5 ,x\r\n\r\n-3e2,"4","y ""q"""\r\n');
    expect(table).toMatchObject({
      inputs: 2,
      inputNames: ["a", "b, c"],
      classes: ["x", 'y "q"'],
      file: "t.csv",
    });
    expect([...table.features]).toEqual([1, 2.5, -300, 4]);
  });

  it("takes the columns that are asked for, in their order, and leaves out the ignored ones", () => {
    const text = "id,a,kind,b\nq,1,x,2\nr,3,y,4\n";
    expect([...read(text, { ignore: ["id"] }).features]).toEqual([1, 2, 3, 4]);
    expect([...read(text, { inputs: ["b", "a"] }).features]).toEqual([2, 1, 4, 3]);
  });

  it("numbers columns from 1 where there is no header, and takes another delimiter", () => {
    const table = read("1;2;7\n3;4;8\n", { header: false, target: "3", delimiter: ";" });
    expect(table).toMatchObject({ classes: ["7", "8"], inputNames: ["1", "2"] });
    expect([...table.features]).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["a ragged row", "a,b,kind\n1,2,x\n1,x\n", "t.csv: row 3 has 2 cells, the header has 3"],
    ["NaN", "a,kind\n1,x\nNaN,y\n", 't.csv: row 3, column "a": "NaN" is no finite number'],
    ["infinity", "a,kind\n1e39,x\n", 't.csv: row 2, column "a": "1e39" is no finite number'],
    ["hexadecimal", "a,kind\n0x10,x\n", '"0x10" is no finite number'],
    ["an empty cell", "a,kind\n1,x\n ,x\n", 't.csv: row 3, column "a": the cell is empty'],
    ["a missing class", "a,kind\n1,\n", 't.csv: row 2, column "kind": the class is missing'],
    ["a row below a cell of two lines", 'a,kind\n1,"x\ny"\nq,z\n', 't.csv: row 4, column "a": "q" is no'],
    ["a cell of two lines", 'a,kind\nq,"x\ny"\n1,z\n', 't.csv: row 2, column "a": "q" is no'],
    ["no rows", "a,kind\n", "t.csv: there are no rows below the header"],
    ["nothing", "", "t.csv: there are no rows"],
    ["an open quote", 'a,kind\n1,x\n2,"y\n3,z\n', "t.csv: row 3 or below: Quote Not Closed"],
    ["the same column twice", "a,a,kind\n1,2,x\n", 't.csv: row 1: the column "a" is there twice'],
    ["a long cell", `a,kind\n${"z".repeat(99)},x\n`, `"${"z".repeat(40)}…" is no finite number`],
  ])("names file, row and cell of %s", (_, text, message) => {
    expect(() => read(text)).toThrowError(message);
  });

  it("names the nearest column for one that is not there, and asks for the target", () => {
    const text = "alpha,kind\n1,x\n";
    expect(() => read(text, { target: "kidn" })).toThrowError(
      't.csv: there is no column "kidn" (target); did you mean "kind"?',
    );
    expect(() => read(text, { target: undefined })).toThrowError('target, one of "alpha", "kind"');
    expect(() => read(text, { ignore: ["alpha"] })).toThrowError("no column is left to be an input");
    expect(() => read(text, { inputs: ["kind"] })).toThrowError("both target and input");
  });

  it("never fails otherwise than by a DatasetError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, header) => {
        try {
          readCsv({ file: "f", bytes }, { ...format, header, target: "1" });
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
    );
  });
});
