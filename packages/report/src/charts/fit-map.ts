import type { FitGrid } from "@actbench/core/internal";
import { html, type Safe } from "../html/html.js";
import { pngUri } from "./png.js";

export interface FitMap {
  readonly alt: string;
  readonly grid: FitGrid;
  /** Over the grid, [places, channels], row by row from the bottom. */
  readonly values: readonly number[];
  /** 1: greys; 3: red, green and blue. */
  readonly channels: 1 | 3;
  /** What is black and what is white, or no and full color. */
  readonly range: readonly [low: number, high: number];
}

const SIDE = 148;

/** Numbers over the plane as a picture: the least is black, the most white. */
export function fitMap({ alt, grid, values, channels, range }: FitMap): Safe {
  const { columns, rows } = grid;
  const [low, high] = range;
  const step = high > low ? 255 / (high - low) : 0;
  const samples = new Uint8Array(columns * rows * channels);
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < columns * channels; at++) {
      const value = values[(rows - 1 - row) * columns * channels + at] ?? low;
      samples[row * columns * channels + at] = Math.round(Math.min(255, Math.max(0, (value - low) * step)));
    }
  const scale = SIDE / Math.max(columns, rows);
  const [width, height] = [Math.round(columns * scale), Math.round(rows * scale)];
  return html`<img class="fit-map" src="${pngUri(samples, columns, rows)}" width="${width}" height="${height}" alt="${alt}">`;
}
