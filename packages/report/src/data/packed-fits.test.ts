import { describe, expect, it } from "vitest";
import type { Fits } from "../view/fits.js";
import { packedFitsShape, packFits, unpackFits } from "./packed-fits.js";

const line: Fits = {
  places: [
    {
      dataset: "sine",
      targets: ["y"],
      grid: { domain: [-1, 1, 0, 0], columns: 3, rows: 1 },
      trained: [-0.5, 0.5],
      rows: [{ subset: "train", inputs: [0.123456], values: [7] }],
    },
  ],
  points: [
    { point: 2, seed: 0, dataset: "sine", frames: [{ epoch: 4, values: [0.1, 0.22222, 3] }], rows: [[6.9]] },
  ],
};
const plane: Fits = {
  places: [
    {
      dataset: "digit",
      targets: ["gray"],
      grid: { domain: [-1, 1, -1, 1], columns: 2, rows: 2 },
      truth: [0, 0.5, 1, 0.25],
      rows: [],
    },
  ],
  points: [{ point: 0, seed: 1, dataset: "digit", frames: [{ epoch: 1, values: [-3, 1, 5, 5] }], rows: [] }],
};
const through = (fits: Fits): Fits => unpackFits(packedFitsShape(JSON.parse(JSON.stringify(packFits(fits)))));

describe("fits in a page's head", () => {
  it("keep four digits of curves and rows", () => {
    const { places, points } = through(line);
    expect(points[0]).toEqual({ ...line.points[0], frames: [{ epoch: 4, values: [0.1, 0.2222, 3] }] });
    expect(places[0]?.rows).toEqual([{ subset: "train", inputs: [0.1235], values: [7] }]);
    expect(places[0]?.trained).toEqual([-0.5, 0.5]);
  });

  it("keep a plane in 255 steps between its least and its most", () => {
    const { places, points } = through(plane);
    points[0]?.frames[0]?.values.forEach((value, i) => {
      expect(Math.abs(value - (plane.points[0]?.frames[0]?.values[i] ?? 0))).toBeLessThanOrEqual(8 / 255 / 2);
    });
    places[0]?.truth?.forEach((value, i) => {
      expect(Math.abs(value - (plane.places[0]?.truth?.[i] ?? 0))).toBeLessThanOrEqual(1 / 255 / 2);
    });
  });

  it("of a stranger's page are refused where their size is not the grid's, or too large", () => {
    const packed = packFits(line);
    const [place] = packed.places;
    const [point] = packed.points;
    if (place === undefined || point === undefined) throw new Error("nothing packed");
    const large = { ...place, grid: { domain: [0, 1, 0, 1], columns: 5000, rows: 5000 } as const };
    expect(() => unpackFits({ ...packed, places: [large] })).toThrow("5000 × 5000 places");
    const short = { ...point, frames: [{ epoch: 4, values: [1] }] };
    expect(() => unpackFits({ ...packed, points: [short] })).toThrow("1 values of a fit, not 3");
    expect(() => unpackFits({ ...packed, places: [] })).toThrow("there are no places of sine");
    expect(() => unpackFits({ ...packed, points: new Array(9).fill(point) })).toThrow("fits of 9 points");
  });
});
