import type { Position } from "./path.js";

/** Of a line's positions those that matter at a tolerance: what is left out lies that close to the line. */
export function thinned(line: readonly Position[], tolerance: number): readonly Position[] {
  const kept: Position[] = [];
  for (const part of unbroken(line)) {
    if (kept.length > 0) kept.push([part[0]?.[0] ?? 0, Number.NaN]);
    kept.push(...withoutStraights(part, tolerance));
  }
  return kept;
}

/** The stretches between positions that are not finite. */
function unbroken(line: readonly Position[]): readonly (readonly Position[])[] {
  const parts: Position[][] = [[]];
  for (const position of line)
    if (position.every(Number.isFinite)) parts.at(-1)?.push(position);
    else if (parts.at(-1)?.length !== 0) parts.push([]);
  return parts.filter(({ length }) => length > 0);
}

/** Douglas and Peucker 1973: the position farthest from the chord stays, and so on on both of its sides. */
function withoutStraights(line: readonly Position[], tolerance: number): readonly Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  const distances = line.map((position) => fromChord(position, first, last));
  const farthest = distances.reduce((best, distance, i) => (distance > (distances[best] ?? 0) ? i : best), 0);
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  const before = withoutStraights(line.slice(0, farthest + 1), tolerance);
  return [...before, ...withoutStraights(line.slice(farthest), tolerance).slice(1)];
}

function fromChord([x, y]: Position, [x0, y0]: Position, [x1, y1]: Position): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - x0, y - y0);
  return Math.abs(dy * (x - x0) - dx * (y - y0)) / length;
}
