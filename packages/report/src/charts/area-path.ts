import { area } from "d3-shape";
import { px } from "./px.js";

/** A place with an interval. */
export interface Span {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

const generator = area<Span>()
  .defined(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
  .x(({ x }) => px(x))
  .y0(({ low }) => px(low))
  .y1(({ high }) => px(high));

/** The `d` of the band between two lines. */
export function areaPath(spans: readonly Span[]): string {
  return generator(spans) ?? "";
}
