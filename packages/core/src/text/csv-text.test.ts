import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvValue, csvText } from "./csv-text.js";

const line = (...cells: readonly CsvValue[]): string => csvText(cells).replace(/\r\n$/, "");

/** Cells as a program reads them that knows quotes and takes this delimiter (RFC 4180 but for that). */
function cellsBy(delimiter: string, text: string): readonly string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === delimiter || character === "\n" || character === "\r") {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

const RUNS = /^[\s"\u200b\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]/;

describe("a line of CSV", () => {
  it("quotes what needs it, leaves numbers as they are and what was not measured empty", () => {
    expect(csvText([1, -0.5, 1e-9, undefined, 'a "b", c', "d\ne"])).toBe(
      '1,-0.5,1e-9,,"a ""b"", c","d\ne"\r\n',
    );
  });

  it.each([
    ["=cmd|' /c calc'!A0", "'=cmd|' /c calc'!A0"],
    ["+1+cmd", "'+1+cmd"],
    ["-2+3+cmd", "'-2+3+cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1+1", "'\t'=1+1"],
    ["  =1+1", "'  =1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["\n=1+1", "\"'\n'=1+1\""],
    ["＝1+1", "'＝1+1"],
    ["＠x", "'＠x"],
    ["a;=1+1", "a;'=1+1"],
    ["a\t@x", "a\t'@x"],
    ["a|-x", "a|'-x"],
    ["a; ＋1", "a;' ＋1"],
    ['a;"=1+1"', '"a;\'""=1+1"""'],
    ["fine\r\n=1+1", "\"fine\r'\n'=1+1\""],
    ["\r=1+1", "\\u000d=1+1"],
    ["\u001b[31m", "\\u001b[31m"],
  ])("does not run %j", (text, written) => {
    expect(line(text)).toBe(written);
  });

  it.each([
    "leaky_relu(alpha=0.1)",
    "alpha=0.1;beta=2",
    "relu|tanh",
    "-0.5",
    "+3e-7",
    "-0.52 pp",
    "-3 %",
    "x - 1",
    "32-16",
    "it's",
  ])("leaves %j", (text) => expect(line(text)).toBe(text));

  it("a cell that a spreadsheet would run, with any delimiter", () => {
    const part = fc.constantFrom(
      "=",
      "-",
      "＋",
      "@",
      ";",
      "|",
      "\t",
      "\n",
      "\r\n",
      " ",
      '"',
      "'",
      ",",
      "a",
      "1",
    );
    const texts = fc.array(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(texts, (cells) => {
        const text = csvText(cells);
        // A number is left as it is, also with a unit.
        const numbers = cells.filter((cell) => /^[-+]?\d+ ?a*$/.test(cell));
        for (const delimiter of [",", ";", "\t", "|"])
          for (const cell of cellsBy(delimiter, text))
            expect(RUNS.test(cell) && !numbers.some((number) => cell.includes(number)), text).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
