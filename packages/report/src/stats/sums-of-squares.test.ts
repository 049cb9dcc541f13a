import { describe, expect, it } from "vitest";
import { type Cell, sumsOfSquares } from "./sums-of-squares.js";
import { totalSquares } from "./total-squares.js";

/** Montgomery 2017, table 5.1: battery life by material (3) and temperature (3), four replicates. */
const BATTERY = [
  [
    [130, 155, 74, 180],
    [34, 40, 80, 75],
    [20, 70, 82, 58],
  ],
  [
    [150, 188, 159, 126],
    [136, 122, 106, 115],
    [25, 70, 58, 45],
  ],
  [
    [138, 110, 168, 160],
    [174, 120, 150, 139],
    [96, 104, 82, 60],
  ],
];
const cells: readonly Cell[] = BATTERY.flatMap((rows, material) =>
  rows.flatMap((values, temperature) =>
    values.map((value, replicate) => ({ levels: [material, temperature, replicate], value })),
  ),
);

describe("sumsOfSquares", () => {
  it("has Montgomery's analysis of variance (table 5.5)", () => {
    const [material, temperature, both] = sumsOfSquares(cells, [3, 3, 4], [[0], [1], [0, 1]]);
    expect(material?.squares).toBeCloseTo(10683.72, 2);
    expect(temperature?.squares).toBeCloseTo(39118.72, 2);
    expect(both?.squares).toBeCloseTo(9613.78, 2);
    expect([material?.df, temperature?.df, both?.df]).toEqual([2, 2, 4]);
    expect(totalSquares(cells.map(({ value }) => value))).toBeCloseTo(77646.97, 2);
  });

  it("adds up to the whole over all sets of factors", () => {
    const sets = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
    const sum = sumsOfSquares(cells, [3, 3, 4], sets).reduce((total, { squares }) => total + squares, 0);
    expect(sum).toBeCloseTo(totalSquares(cells.map(({ value }) => value)), 6);
  });

  it("refuses a grid with a hole or a double", () => {
    expect(() => sumsOfSquares(cells.slice(1), [3, 3, 4], [[0]])).toThrow("complete grid has 36");
    expect(() => sumsOfSquares([...cells.slice(1), ...cells.slice(1, 2)], [3, 3, 4], [[0]])).toThrow(
      RangeError,
    );
  });
});
