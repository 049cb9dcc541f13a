import { expect, it } from "vitest";
import { csvOf } from "../live/table-text.js";

it("the page's CSV has numbers as programs write them, and no cell that a spreadsheet runs", () => {
  const rows = [
    ["configuration", "difference", "interval"],
    ["=cmd|' /c calc'!A0", "−0.52 pp", "−1.2 … 0.3"],
    [' ＝1;"@x"', "–", "−3"],
    ["updates", "1,234,567", "1,2 and 3,456"],
  ];
  expect(csvOf(rows)).toBe(
    [
      "configuration,difference,interval",
      "'=cmd|' /c calc'!A0,-0.52 pp,−1.2 … 0.3",
      '"\' ＝1;\'""@x""",,-3',
      'updates,1234567,"1,2 and 3,456"',
      "",
    ].join("\r\n"),
  );
});
