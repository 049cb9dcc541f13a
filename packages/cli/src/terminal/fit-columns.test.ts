import { describe, expect, it } from "vitest";
import { cutMiddle } from "./fit-columns.js";
import { table } from "./table.js";

const columns = [
  { title: "#", align: "right" as const },
  { title: "point" },
  { title: "accuracy", align: "right" as const },
  { title: "n", align: "right" as const, minor: 1 },
  { title: "dead rate", align: "right" as const, minor: 1 },
  { title: "remarks" },
];
const rows = [
  ["1", "leaky_relu(alpha=0.01) · xavier_uniform · lr 0.1", "93.12 %", "3", "0.0 %", ""],
  ["2", "relu", "92.99 %", "3", "14.1 %", "1 of 3 diverged"],
];
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length));

describe("a table that is wider than the terminal", () => {
  it("is whole where there is room", () => {
    expect(table(columns, rows, 120)).toBe(table(columns, rows));
    expect(widest(table(columns, rows))).toBe(92);
  });

  it("loses its minor columns from the right, then cuts texts in their middle", () => {
    expect(table(columns, rows, 91).split("\n")[0]).not.toContain("dead rate");
    expect(table(columns, rows, 91).split("\n")[0]).toMatch(/ n /);
    const narrow = table(columns, rows, 60);
    expect(widest(narrow)).toBeLessThanOrEqual(60);
    expect(narrow).toMatch(/1 {2}leaky_relu\(alph…iform · lr 0\.1 {2}/);
    expect(narrow).toContain("1 of 3 diverged");
  });

  it("first loses columns without a cell, then wraps titles that are wider than their numbers", () => {
    const wide = [
      { title: "point" },
      { title: "validation accuracy", align: "right" as const },
      { title: "interval" },
    ];
    expect(table(wide, [["relu · lr 0.1", "93.1 %", ""]], 30).split("\n")).toEqual([
      "point          validation",
      "                 accuracy",
      "relu · lr 0.1      93.1 %",
    ]);
  });

  it("cuts different texts where they stay different", () => {
    const texts = [
      "leaky(a=0.01) · xavier · lr 0.1",
      "leaky(a=0.10) · xavier · lr 0.1",
      "leaky(a=0.10) · he_one · lr 0.8",
    ];
    const cut = table(
      [{ title: "point" }, { title: "n", align: "right" }],
      texts.map((text) => [text, "3"]),
      24,
    )
      .split("\n")
      .slice(1);
    expect(new Set(cut).size).toBe(3);
    expect(cut.every((line) => [...line].length <= 24)).toBe(true);
  });

  it.each([20, 40, 60, 70, 80, 100, 120])(
    "takes at most %d characters where its numbers allow it",
    (width) => {
      expect(widest(table(columns, rows, width))).toBeLessThanOrEqual(Math.max(width, 40));
      expect(table(columns, rows, width)).toContain("92.99 %");
    },
  );

  it.each([
    ["abcdef", 6, "abcdef"],
    ["abcdefg", 6, "abc…fg"],
    ["abcdefg", 1, "…"],
    ["αβγδεζη", 4, "αβ…η"],
  ])("%s in %d characters is %s", (text, length, cut) => {
    expect(cutMiddle(text, length)).toBe(cut);
  });
});
