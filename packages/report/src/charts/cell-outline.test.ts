import fc from "fast-check";
import { expect, it } from "vitest";
import { cellOutline } from "./cell-outline.js";

/**
 * Which cells a path fills by the even-odd rule: those with an odd number of upright borders to their left.
 */
function filled(path: string, side: number): readonly string[] {
  const crossings = Array.from({ length: side }, () => Array.from({ length: side + 1 }, () => 0));
  for (const loop of path.split("z").filter(Boolean)) {
    const [, x0 = "", y0 = "", rest = ""] = /^M(\d+),(\d+)(.*)$/.exec(loop) ?? [];
    let [x, y] = [Number(x0), Number(y0)];
    const upright = (to: number): void => {
      for (let row = Math.min(y, to); row < Math.max(y, to); row++) {
        const line = crossings[row];
        if (line) line[x] = (line[x] ?? 0) + 1;
      }
      y = to;
    };
    for (const [, letter, by] of rest.matchAll(/([hv])(-?\d+)/g))
      if (letter === "h") x += Number(by);
      else upright(y + Number(by));
    if (x === Number(x0)) upright(Number(y0));
  }
  return crossings.map((row) => {
    let inside = 0;
    return row
      .slice(0, side)
      .map((count) => {
        inside = (inside + count) % 2;
        return inside === 1 ? "#" : ".";
      })
      .join("");
  });
}

it("fills exactly the cells that are inside", () => {
  const grids = fc
    .integer({ min: 1, max: 9 })
    .chain((side) => fc.array(fc.boolean(), { minLength: side * side, maxLength: side * side }));
  fc.assert(
    fc.property(grids, (cells) => {
      const side = Math.sqrt(cells.length);
      const path = cellOutline(side, (column, row) => cells[row * side + column] ?? false);
      const rows = Array.from({ length: side }, (_, row) =>
        cells
          .slice(row * side, (row + 1) * side)
          .map((is) => (is ? "#" : "."))
          .join(""),
      );
      expect(filled(path, side)).toEqual(rows);
    }),
  );
});

it("writes one loop for a block, and nothing for nothing", () => {
  expect(cellOutline(4, (column, row) => column > 0 && row > 1)).toBe("M1,2h3v2h-3z");
  expect(cellOutline(4, () => false)).toBe("");
});
