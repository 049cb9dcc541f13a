import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DatasetError } from "../dataset-error.js";
import { type CsvFormat, readCsv } from "./read-csv.js";

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
    ["NaN", "a,kind\n1,x\nNaN,y\n", 't.csv: row 3, column "a": "NaN" is not a finite number'],
    ["infinity", "a,kind\n1e39,x\n", 't.csv: row 2, column "a": "1e39" is not a finite number'],
    ["hexadecimal", "a,kind\n0x10,x\n", '"0x10" is not a finite number'],
    ["an empty cell", "a,kind\n1,x\n ,x\n", 't.csv: row 3, column "a": the cell is empty'],
    ["a missing class", "a,kind\n1,\n", 't.csv: row 2, column "kind": the class is missing'],
    ["a row below a cell of two lines", 'a,kind\n1,"x\ny"\nq,z\n', 't.csv: row 4, column "a": "q" is no'],
    ["a cell of two lines", 'a,kind\nq,"x\ny"\n1,z\n', 't.csv: row 2, column "a": "q" is no'],
    ["no rows", "a,kind\n", "t.csv: there are no rows below the header"],
    ["nothing", "", "t.csv: there are no rows"],
    ["an open quote", 'a,kind\n1,x\n2,"y\n3,z\n', "t.csv: row 3 or below: Quote Not Closed"],
    ["the same column twice", "a,a,kind\n1,2,x\n", 't.csv: row 1: the column "a" occurs twice'],
    ["a long cell", `a,kind\n${"z".repeat(99)},x\n`, `"${"z".repeat(40)}…" is not a finite number`],
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

  it("finds a column by its place where no column has that name, and asks where one has", () => {
    const text = "id,a,kind,b\nq,1,x,2\nr,3,y,4\n";
    const bothWays = [
      { ignore: [1], target: 3 },
      { ignore: ["1"], target: "3" },
      { inputs: [2, "4"], target: "kind" },
    ];
    for (const columns of bothWays) expect([...read(text, columns).features]).toEqual([1, 2, 3, 4]);
    expect(() => read("a,1,kind\n5,6,x\n", { ignore: [1] })).toThrowError(
      'ignore: 1 may be the column "a" at position 1 or the column "1" at position 2; write "a" or "1", in quotes',
    );
    expect([...read("a,1,kind\n5,6,x\n", { ignore: ["1"] }).features]).toEqual([5]);
    expect(() => read(text, { inputs: ["a", 2] })).toThrowError('the column "a" occurs twice in inputs');
    expect(() => read(text, { ignore: [5] })).toThrowError('no column 5 (ignore); the 4 columns are "id"');
    expect(() => read(text, { ignore: ["kind"] })).toThrowError("both target and ignored");
  });

  it("reads numbers with a decimal comma", () => {
    const text = "a;b;kind\n1,5;-2;x\n,5e1;3,;y\n";
    expect([...read(text, { delimiter: ";", decimal: "," }).features]).toEqual([1.5, -2, 5, 3]);
  });

  it("takes any run of blanks for one delimiter where it is a blank", () => {
    const text = ' a   b\tkind \n1  2 \t x\n   \n3 4 "y z"\n';
    const table = read(text, { delimiter: " " });
    expect(table).toMatchObject({ classes: ["x", "y z"], inputNames: ["a", "b"] });
    expect([...table.features]).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, string, Partial<CsvFormat>, string]>([
    ["semicolons", '"a";"kind"\n1.5;"x"\n2;"y"\n', {}, "write delimiter: \";\" (--delimiter ';')"],
    [
      "semicolons and decimal commas",
      "a;b;kind\n1,5;2,5;x\n2,5;3,5;y\n",
      {},
      'with semicolons they have 3 cells each: write delimiter: ";" (--delimiter \';\') and decimal: "," (--decimal ,)',
    ],
    [
      "semicolons and decimal commas that make a table of commas too",
      "1,5;2,5;x\n2,5;3,5;y\n",
      { header: false, target: "3" },
      'row 1, column "2": "5;2" is not a finite number; its first rows are not a table with commas between cells; with semicolons',
    ],
    ["tabs", "a\tb\tkind\n1\t2\tx\n", {}, String.raw`write delimiter: "\t" (--delimiter "\t")`],
    ["vertical bars", "a|kind\n1|x\n", {}, "write delimiter: \"|\" (--delimiter '|')"],
    [
      "blanks",
      "1.5  2  x\n2 3  y\n",
      { header: false, target: 3 },
      "write delimiter: \" \" (--delimiter ' ')",
    ],
    [
      "commas where another is given",
      "a,kind\n1,x\n",
      { delimiter: ";" },
      'write delimiter: "," (--delimiter ,)',
    ],
    ["a decimal comma", 'a,kind\n"1,5",x\n', {}, 'write decimal: "," (--decimal ,) if the comma is'],
    ["a decimal point where a comma is given", "a,kind\n1.5,x\n", { decimal: "," }, "leave decimal out if"],
    ["thousands separators", 'a,kind\n"1,500.5",x\n', {}, "it has thousands separators; remove them"],
    [
      "a title above the table",
      "# by a script\na,kind\n1,x\n",
      {},
      "row 1 is one cell, and the next rows have 2",
    ],
    [
      "row names of R's write.table",
      '"a" "kind"\n"1" 5 "x"\n"2" 7 "y"\n',
      { delimiter: " " },
      "row 2 has 3 cells, the header has 2; R's write.table writes row names",
    ],
    [
      "data in the first row",
      "x,1.5,12,2\ny,2,13,3\n",
      { target: 1 },
      "row 1 holds numbers (1.5, 12, 2), where the names of the columns are expected: write header: false (--no-header), and the target by its position from 1; or header: true (--header)",
    ],
    [
      "ARFF",
      "@relation r\n@attribute a numeric\n@data\n1,x\n",
      {},
      "t.csv: it is an ARFF file; remove all lines up to @data",
    ],
    ["LIBSVM", "1 1:1.5 2:12\n-1 1:2 2:13\n", {}, "t.csv: it is a LIBSVM file"],
    ["JSON", '[{"a": 1}]', {}, "t.csv: it is JSON"],
    ["a workbook", "PK\x03\x04...", {}, "such as an Excel .xlsx file; save the sheet as CSV"],
  ])("names the key to write, or what to do, for %s", (_, text, more, message) => {
    expect(() => read(text, more)).toThrowError(message);
  });

  it.each<[string, string, Partial<CsvFormat>]>(
    [
      ["that count", ",0,1,kind\n7,5,9,x\n8,6,9,y\n", { ignore: [""] }],
      ["that rise, beside the target", "400.5,401,kind\n5,9,x\n6,9,y\n", {}],
      ["if that is said", "7,7.5,kind\n5,9,x\n6,9,y\n", { header: true }],
      ["where most have words", "a,b,c,7,7,kind\n5,9,1,2,2,x\n", { ignore: [5] }].slice(0, 0) as never,
    ].filter((row) => row.length > 0) as never,
  )("takes numbers for names %s", (_, text, more) => {
    expect([...read(text, more).features]).toEqual([5, 9, 6, 9]);
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
