import { expect, it } from "vitest";
import { thinned } from "./thinned.js";

const at = (f: (x: number) => number) =>
  Array.from({ length: 81 }, (_, i) => [i, f(i)] as readonly [number, number]);

it("a straight line keeps its ends, a corner its place", () => {
  expect(
    thinned(
      at((x) => 2 * x),
      0.1,
    ),
  ).toEqual([
    [0, 0],
    [80, 160],
  ]);
  expect(
    thinned(
      at((x) => Math.max(x - 40, 0)),
      0.1,
    ),
  ).toEqual([
    [0, 0],
    [40, 0],
    [80, 40],
  ]);
});

it("what is left out of a curve lies within the tolerance of what is kept", () => {
  const curve = at((x) => 30 * Math.sin(x / 9));
  const kept = thinned(curve, 0.2);
  expect(kept.length).toBeLessThan(40);
  for (const [x, y] of curve) {
    const next = kept.findIndex(([other]) => other >= x);
    const [[x0, y0], [x1, y1]] = [kept[Math.max(0, next - 1)] ?? [0, 0], kept[next] ?? [0, 0]];
    const between = x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    // Seen along y a distance is longer than across a steep chord: the slope is at most 30/9.
    expect(Math.abs(y - between)).toBeLessThan(0.2 * Math.hypot(1, 30 / 9) + 1e-9);
  }
});

it("a gap stays a gap", () => {
  const line = at((x) => (x < 30 ? 0 : x < 50 ? Number.NaN : 5));
  expect(thinned(line, 0.1).map(([, y]) => y)).toEqual([0, 0, Number.NaN, 5, 5]);
  expect(thinned([], 0.1)).toEqual([]);
});
