import { line } from "d3-shape";
import { px } from "./px.js";

export type Position = readonly [x: number, y: number];

const generator = line<Position>()
  .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  .x(([x]) => px(x))
  .y(([, y]) => px(y));

/** The `d` of a line through positions; it breaks where one is not finite. */
export function linePath(positions: readonly Position[]): string {
  return generator(positions) ?? "";
}
