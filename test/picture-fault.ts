import type { Page } from "playwright-core";
import { pictureDifference } from "./picture-difference.js";

// A dot of a chart has some forty.
const FEW_PIXELS = 8;

/**
 * Why a picture is not the one that was reviewed; undefined where it is. Pictures of the same renderer agree
 * pixel by pixel. Another one draws other letters and edges, so that means over squares are compared, and the
 * picture is another one where as many of them differ as half of what the reviewed picture has on its
 * background.
 */
export async function pictureFault(
  tab: Page,
  [reviewed, taken]: readonly [reviewed: Uint8Array, taken: Uint8Array],
  sameRenderer: boolean,
): Promise<string | undefined> {
  if (Buffer.compare(reviewed, taken) === 0) return undefined;
  const pair = [reviewed, taken] as const;
  if (sameRenderer) {
    const { widths, heights, pixels } = await pictureDifference(tab, pair, { by: 24 });
    const same = widths[0] === widths[1] && heights[0] === heights[1] && pixels <= FEW_PIXELS;
    return same ? undefined : `${pixels} pixels differ, ${widths} wide, ${heights} high`;
  }
  const { widths, heights, share, ink } = await pictureDifference(tab, pair, { by: 8, blocks: 16 });
  const near = [widths, heights].every(([a, b]) => Math.abs(a - b) <= 0.1 * Math.max(a, b));
  return near && share < 0.5 * ink
    ? undefined
    : `${share} differ where ${ink} is drawn, ${widths} wide, ${heights} high`;
}
