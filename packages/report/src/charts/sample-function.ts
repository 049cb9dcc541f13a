import type { Position } from "./path.js";

// Even, so that the middle, where most kinks are, is a sample.
const SAMPLES = 160;
// A change between neighbors that is worth a closer look, and one that is a jump when it remains at the
// finest.
const SUSPECT = 0.15;
const JUMP = 0.1;

/**
 * Where a function jumps between two places, as the two sides of the jump; undefined where it is only steep.
 */
function jump(f: (x: number) => number, from: number, to: number): readonly [Position, Position] | undefined {
  let [a, b] = [from, to];
  for (let i = 0; i < 60 && b - a > 1e-12; i++) {
    const middle = (a + b) / 2;
    if (Math.abs(f(middle) - f(a)) > Math.abs(f(b) - f(middle))) b = middle;
    else a = middle;
  }
  const sides = [
    [a, f(a)],
    [b, f(b)],
  ] as const;
  return Math.abs(sides[1][1] - sides[0][1]) > JUMP ? sides : undefined;
}

/** A function at evenly spread places; where it jumps, a gap stands between the two sides. */
export function sampleFunction(
  f: (x: number) => number,
  [from, to]: readonly [number, number],
): readonly Position[] {
  const samples: Position[] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    const x = from + ((to - from) * i) / SAMPLES;
    const y = f(x);
    const before = samples.at(-1);
    const found = before && Math.abs(y - before[1]) > SUSPECT ? jump(f, before[0], x) : undefined;
    if (found !== undefined) samples.push(found[0], [x, Number.NaN], found[1]);
    samples.push([x, y]);
  }
  return samples;
}
