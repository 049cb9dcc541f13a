const RIGHT = 0;
const DOWN = 1;
const LEFT = 2;
const UP = 3;
const LETTERS = ["h", "v", "h", "v"];
const SIGNS = [1, 1, -1, -1];

/**
 * The border of the cells of a square grid that are inside, as the `d` of a path in cells from the top left:
 * closed loops, to be filled by the even-odd rule. Much shorter than a shape a cell.
 */
export function cellOutline(side: number, isInside: (column: number, row: number) => boolean): string {
  const steps = borderSteps(side, isInside);
  const width = side + 1;
  let path = "";
  for (const [start, open] of steps)
    while (open.length > 0) {
      path += `M${start % width},${Math.floor(start / width)}`;
      let [at, before, length] = [start, -1, 0];
      do {
        const direction = steps.get(at)?.pop() ?? RIGHT;
        if (direction !== before && length > 0) {
          path += lineOf(before, length);
          length = 0;
        }
        [before, length] = [direction, length + 1];
        at += stepOf(direction, width);
      } while (at !== start);
      // The last line is what closing draws.
      path += "z";
    }
  return path;
}

/**
 * Steps along borders by the corner where they begin, with the inside on their right; as many begin at a
 * corner as end.
 */
function borderSteps(
  side: number,
  isInside: (column: number, row: number) => boolean,
): ReadonlyMap<number, number[]> {
  const steps = new Map<number, number[]>();
  const add = (column: number, row: number, direction: number): void => {
    const corner = row * (side + 1) + column;
    const known = steps.get(corner);
    if (known === undefined) steps.set(corner, [direction]);
    else known.push(direction);
  };
  const isOutside = (column: number, row: number): boolean =>
    column < 0 || row < 0 || column >= side || row >= side || !isInside(column, row);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (!isInside(column, row)) continue;
      if (isOutside(column, row - 1)) add(column, row, RIGHT);
      if (isOutside(column + 1, row)) add(column + 1, row, DOWN);
      if (isOutside(column, row + 1)) add(column + 1, row + 1, LEFT);
      if (isOutside(column - 1, row)) add(column, row + 1, UP);
    }
  return steps;
}

const lineOf = (direction: number, length: number): string =>
  `${LETTERS[direction] ?? ""}${(SIGNS[direction] ?? 1) * length}`;

function stepOf(direction: number, width: number): number {
  const along = direction === RIGHT || direction === LEFT ? 1 : width;
  return (SIGNS[direction] ?? 1) * along;
}
