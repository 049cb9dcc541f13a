import { expect, it } from "vitest";
import { csvOf } from "../live/table-text.js";

it("the page's CSV has numbers as programs write them, and no cell that a spreadsheet runs", () => {
  const rows = [
    ["point", "difference", "interval"],
    ["=cmd|' /c calc'!A0", "−0.52 pp", "−1.2 … 0.3"],
    [' ＝1;"@x"', "–", "−3"],
  ];
  expect(csvOf(rows)).toBe(
    [
      "point,difference,interval",
      "'=cmd|' /c calc'!A0,-0.52 pp,−1.2 … 0.3",
      '"\' ＝1;\'""@x""",,-3',
      "",
    ].join("\r\n"),
  );
});
